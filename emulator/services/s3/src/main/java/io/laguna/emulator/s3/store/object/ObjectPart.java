package io.laguna.emulator.s3.store.object;

import java.util.List;

/** A part that an object was made of by a multipart upload. */
public record ObjectPart(int number, long size, List<Checksum> checksums) {
    public ObjectPart {
        checksums = List.copyOf(checksums);
    }
}
