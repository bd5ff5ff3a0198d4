package io.laguna.emulator.s3.store.object;

/** A sum over an object's bytes that S3 keeps beside the MD5. The names are S3's. */
public enum ChecksumAlgorithm {
    CRC32,
    CRC32C,
    CRC64NVME,
    SHA1,
    SHA256;

    /**
     * The one that an object has when nobody asked for any.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity.html">Checking object
     *     integrity</a>
     */
    public static final ChecksumAlgorithm USUAL = CRC64NVME;
}
