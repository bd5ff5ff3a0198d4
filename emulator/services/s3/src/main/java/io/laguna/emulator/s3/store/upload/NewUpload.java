package io.laguna.emulator.s3.store.upload;

import io.laguna.emulator.s3.store.object.ChecksumAlgorithm;
import io.laguna.emulator.s3.store.object.ChecksumType;
import io.laguna.emulator.s3.store.object.ObjectMetadata;
import java.util.Map;
import java.util.Optional;

/**
 * A multipart upload that is to be begun.
 *
 * @param checksum of every part, and how the object's is made of them; {@link ChecksumAlgorithm#USUAL} where there is none
 * @param notes what the caller wants to find again with the upload
 */
public record NewUpload(
        String bucket,
        String key,
        ObjectMetadata metadata,
        Optional<ChecksumAlgorithm> checksum,
        ChecksumType checksumType,
        Map<String, String> notes) {
    public NewUpload {
        notes = Map.copyOf(notes);
    }

    /** The checksum that the object will have. */
    ChecksumAlgorithm algorithm() {
        return checksum.orElse(ChecksumAlgorithm.USUAL);
    }
}
