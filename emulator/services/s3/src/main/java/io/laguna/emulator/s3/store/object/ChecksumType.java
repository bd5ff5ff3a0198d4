package io.laguna.emulator.s3.store.object;

/** The bytes that a checksum of a multipart object is made of. */
public enum ChecksumType {
    /** A sum of all bytes of the object. */
    FULL_OBJECT,
    /** The checksums of its parts. */
    COMPOSITE
}
