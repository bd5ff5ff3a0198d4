package io.laguna.emulator.s3.store.upload;

import java.util.List;
import java.util.OptionalInt;

/**
 * A page of parts, by number.
 *
 * @param next the next request's {@code after}; nothing on the last page
 */
public record PartPage(List<UploadedPart> parts, OptionalInt next) {
    public PartPage {
        parts = List.copyOf(parts);
    }
}
