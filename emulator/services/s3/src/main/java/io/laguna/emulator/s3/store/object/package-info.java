/** The values that the store takes and returns: objects, their versions, metadata and checksums. */
package io.laguna.emulator.s3.store.object;
