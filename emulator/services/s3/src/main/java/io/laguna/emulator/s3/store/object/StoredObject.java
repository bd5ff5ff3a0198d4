package io.laguna.emulator.s3.store.object;

import java.time.Instant;
import java.util.List;

/**
 * An object, all of it but its bytes.
 *
 * @param eTag without quotes: the MD5 in hexadecimal, with {@code -} and the number of parts after a multipart upload; of
 *     a file that came or changed by hand one made of its size, time and inode, ending in {@code -1}
 * @param size in bytes
 * @param parts what a multipart upload made it of, by number; empty otherwise
 */
public record StoredObject(
        String key,
        String versionId,
        String eTag,
        long size,
        Instant lastModified,
        ObjectMetadata metadata,
        List<Checksum> checksums,
        List<ObjectPart> parts)
        implements Version {
    public StoredObject {
        checksums = List.copyOf(checksums);
        parts = List.copyOf(parts);
    }
}
