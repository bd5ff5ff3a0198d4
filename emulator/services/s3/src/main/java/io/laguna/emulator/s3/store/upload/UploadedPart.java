package io.laguna.emulator.s3.store.upload;

import io.laguna.emulator.s3.store.object.Checksum;
import java.time.Instant;
import java.util.List;

/**
 * A part that waits for its upload's completion.
 *
 * @param eTag the MD5 of its bytes, in hexadecimal
 */
public record UploadedPart(int number, long size, String eTag, Instant lastModified, List<Checksum> checksums) {
    public UploadedPart {
        checksums = List.copyOf(checksums);
    }
}
