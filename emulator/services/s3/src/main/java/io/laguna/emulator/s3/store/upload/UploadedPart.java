package io.laguna.emulator.s3.store.upload;

import io.laguna.emulator.s3.store.object.Checksum;
import io.laguna.emulator.s3.store.object.ChecksumAlgorithm;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * A part that waits for its upload's completion.
 *
 * @param eTag the MD5 of its bytes, in hexadecimal
 * @param checksums all that are kept of it, also the one of which the object's is made
 * @param asked the algorithms for which its upload or its own request asked
 */
public record UploadedPart(
        int number,
        long size,
        String eTag,
        Instant lastModified,
        List<Checksum> checksums,
        Set<ChecksumAlgorithm> asked) {
    public UploadedPart {
        checksums = List.copyOf(checksums);
        asked = Set.copyOf(asked);
    }

    /**
     * Returns the checksums that every answer tells of the part: those that somebody asked for. S3 adds a CRC-64 to an object for
     * which nobody asked for any, and tells none of its parts then.
     */
    public List<Checksum> told() {
        return checksums.stream().filter(sum -> asked.contains(sum.algorithm())).toList();
    }
}
