package io.laguna.emulator.s3.store.object;

import java.util.Set;

/**
 * An object that is to be.
 *
 * @param checksums to be computed and kept beside the MD5; {@link ChecksumAlgorithm#USUAL} where there are none
 */
public record NewObject(String bucket, String key, ObjectMetadata metadata, Set<ChecksumAlgorithm> checksums) {
    public NewObject {
        checksums = Set.copyOf(checksums);
    }
}
