/** Multipart uploads of the store: parts in a folder of their own, put together at the end. */
package io.laguna.emulator.s3.store.upload;
