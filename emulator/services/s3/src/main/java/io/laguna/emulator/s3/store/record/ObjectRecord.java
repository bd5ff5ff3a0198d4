package io.laguna.emulator.s3.store.record;

import io.laguna.emulator.s3.store.layout.FileStat;
import io.laguna.emulator.s3.store.layout.TextRecord;
import io.laguna.emulator.s3.store.object.Checksum;
import io.laguna.emulator.s3.store.object.ChecksumAlgorithm;
import io.laguna.emulator.s3.store.object.ChecksumType;
import io.laguna.emulator.s3.store.object.ObjectMetadata;
import io.laguna.emulator.s3.store.object.ObjectPart;
import io.laguna.emulator.s3.store.object.StoredObject;
import io.laguna.emulator.s3.store.object.Version;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The record that is kept beside an object's bytes.
 *
 * @param size of the file that it was written for, in bytes
 * @param modified time of that file, in nanoseconds since 1970: a file with another size or time was changed by hand
 * @param order of the version among those of its key; 0 where nothing is known
 */
public record ObjectRecord(
        String eTag,
        long size,
        long modified,
        String versionId,
        long order,
        ObjectMetadata metadata,
        List<Checksum> checksums,
        List<ObjectPart> parts) {
    private static final long NANOS = 1_000_000_000L;
    private static final long NANOS_PER_MILLI = 1_000_000L;

    /** The record of a file as it is now. */
    ObjectRecord of(FileStat file) {
        return new ObjectRecord(eTag, file.size(), file.modified(), versionId, order, metadata, checksums, parts);
    }

    public ObjectRecord version(String id, long changed) {
        return new ObjectRecord(eTag, size, modified, id, changed, metadata, checksums, parts);
    }

    public ObjectRecord with(ObjectMetadata changed) {
        return new ObjectRecord(eTag, size, modified, versionId, order, changed, checksums, parts);
    }

    /** Returns what is still true of a file that was changed by hand: what somebody said, and not what was computed. */
    ObjectRecord changedByHand(FileStat file) {
        return new ObjectRecord(
                file.eTag(), file.size(), file.modified(), versionId, order, metadata, List.of(), List.of());
    }

    boolean isOf(FileStat file) {
        return size == file.size() && modified == file.modified();
    }

    public StoredObject object(String key) {
        Instant time = Instant.ofEpochSecond(
                Math.floorDiv(modified, NANOS), Math.floorMod(modified, NANOS) / NANOS_PER_MILLI * NANOS_PER_MILLI);
        return new StoredObject(key, versionId, eTag, size, time, metadata, checksums, parts);
    }

    byte[] bytes() {
        TextRecord record = new TextRecord()
                .put("etag", eTag)
                .put("size", Long.toString(size))
                .put("modified", Long.toString(modified))
                .put("version", versionId)
                .put("order", Long.toString(order));
        MetadataText.write(record, metadata);
        record.put("checksums", checksums.isEmpty() ? Optional.empty() : Optional.of(written(checksums)));
        for (ObjectPart part : parts) {
            record.put("part." + part.number(), (part.size() + " " + written(part.checksums())).strip());
        }
        return record.toString().getBytes(StandardCharsets.UTF_8);
    }

    static ObjectRecord parse(byte[] bytes) {
        TextRecord record = TextRecord.parse(new String(bytes, StandardCharsets.UTF_8));
        List<ObjectPart> parts = new ArrayList<>();
        record.all("part.").forEach((number, text) -> {
            int space = text.indexOf(' ');
            parts.add(new ObjectPart(
                    Integer.parseInt(number),
                    Long.parseLong(space < 0 ? text : text.substring(0, space)),
                    space < 0 ? List.of() : checksums(text.substring(space + 1))));
        });
        return new ObjectRecord(
                record.get("etag").orElse(""),
                record.number("size", 0),
                record.number("modified", 0),
                record.get("version").orElse(Version.NULL),
                record.number("order", 0),
                MetadataText.read(record),
                record.get("checksums").map(ObjectRecord::checksums).orElse(List.of()),
                parts);
    }

    /** {@code CRC32:FULL_OBJECT:…}, with spaces between. */
    public static String written(List<Checksum> checksums) {
        return checksums.stream()
                .map(sum -> sum.algorithm() + ":" + sum.type() + ":" + sum.value())
                .collect(Collectors.joining(" "));
    }

    public static List<Checksum> checksums(String text) {
        List<Checksum> checksums = new ArrayList<>();
        for (String sum : text.split(" ", -1)) {
            String[] fields = sum.split(":", 3);
            if (fields.length == 3) {
                checksums.add(
                        new Checksum(ChecksumAlgorithm.valueOf(fields[0]), ChecksumType.valueOf(fields[1]), fields[2]));
            }
        }
        return checksums;
    }

    /** In the order of the algorithms' names, so that equal objects have equal records. */
    public static List<Checksum> fullObject(Map<ChecksumAlgorithm, String> sums) {
        Map<ChecksumAlgorithm, String> inOrder = new LinkedHashMap<>();
        for (ChecksumAlgorithm algorithm : ChecksumAlgorithm.values()) {
            if (sums.containsKey(algorithm)) {
                inOrder.put(algorithm, sums.get(algorithm));
            }
        }
        return inOrder.entrySet().stream()
                .map(sum -> new Checksum(sum.getKey(), ChecksumType.FULL_OBJECT, sum.getValue()))
                .toList();
    }
}
