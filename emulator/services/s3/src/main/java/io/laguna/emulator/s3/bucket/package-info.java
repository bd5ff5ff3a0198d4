/** Buckets, their settings, and the access that a caller has to them. */
package io.laguna.emulator.s3.bucket;
