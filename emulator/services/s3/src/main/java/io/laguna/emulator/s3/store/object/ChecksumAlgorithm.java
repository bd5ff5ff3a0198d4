package io.laguna.emulator.s3.store.object;

/** A sum over an object's bytes that S3 keeps beside the MD5. The names are S3's. */
public enum ChecksumAlgorithm {
    CRC32,
    CRC32C,
    CRC64NVME,
    SHA1,
    SHA256
}
