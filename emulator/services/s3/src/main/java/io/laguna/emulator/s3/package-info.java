/** Amazon S3: what its API says, above the store of buckets and objects. */
package io.laguna.emulator.s3;
