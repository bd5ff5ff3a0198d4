/** Buckets as folders and objects as files: what S3 keeps, without HTTP, the SDK or a database. */
package io.laguna.emulator.s3.store;
