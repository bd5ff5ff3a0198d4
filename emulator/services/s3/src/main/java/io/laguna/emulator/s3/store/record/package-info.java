/** The records beside an object's bytes: metadata, checksums and parts, as text. */
package io.laguna.emulator.s3.store.record;
