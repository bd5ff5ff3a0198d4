package io.laguna.emulator.s3.store.object;

import java.util.Map;

/**
 * Bytes that have come and are not an object yet.
 *
 * @param eTag the ETag that the object will have
 * @param md5 of all bytes, in hexadecimal; of a multipart upload the MD5 of its parts' MD5s
 * @param checksums those that were asked for, in Base64; of a multipart upload those of its type
 */
public record Written(long size, String eTag, String md5, Map<ChecksumAlgorithm, String> checksums) {
    public Written {
        checksums = Map.copyOf(checksums);
    }
}
