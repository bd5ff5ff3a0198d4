package io.laguna.emulator.s3.store.upload;

import io.laguna.emulator.s3.store.object.Checksum;
import java.util.List;

/**
 * A part as whoever completes an upload names it.
 *
 * @param eTag without quotes
 * @param checksums that the part must have; may be empty
 */
public record NamedPart(int number, String eTag, List<Checksum> checksums) {
    public NamedPart {
        checksums = List.copyOf(checksums);
    }
}
