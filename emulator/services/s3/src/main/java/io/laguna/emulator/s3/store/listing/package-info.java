/** The walk over the keys of a bucket in S3's order, for lists of objects and versions. */
package io.laguna.emulator.s3.store.listing;
