/** Buckets of the store: making, changing and removing them. */
package io.laguna.emulator.s3.store.bucket;
