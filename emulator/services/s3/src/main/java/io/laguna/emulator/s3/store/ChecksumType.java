package io.laguna.emulator.s3.store;

/** What a checksum of a multipart object is over. */
public enum ChecksumType {
    /** All bytes of the object. */
    FULL_OBJECT,
    /** The checksums of its parts. */
    COMPOSITE
}
