package io.laguna.emulator.s3.store.upload;

import io.laguna.emulator.s3.store.layout.TextRecord;
import io.laguna.emulator.s3.store.object.Checksum;
import io.laguna.emulator.s3.store.object.ChecksumAlgorithm;
import io.laguna.emulator.s3.store.object.ChecksumType;
import io.laguna.emulator.s3.store.record.MetadataText;
import io.laguna.emulator.s3.store.record.ObjectRecord;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Uploads and their parts as lines of text. */
final class UploadText {
    private UploadText() {}

    static String write(Upload upload) {
        NewUpload begun = upload.begun();
        TextRecord record = new TextRecord()
                .put("key", begun.key())
                .put("initiated", upload.initiated().toString())
                .put("checksum", begun.checksum().map(Enum::name))
                .put("checksum-type", begun.checksumType().name())
                .putAll("note.", begun.notes());
        MetadataText.write(record, begun.metadata());
        return record.toString();
    }

    static Upload read(String bucket, String id, String text) {
        TextRecord record = TextRecord.parse(text);
        NewUpload begun = new NewUpload(
                bucket,
                record.get("key").orElseThrow(),
                MetadataText.read(record),
                record.get("checksum").map(ChecksumAlgorithm::valueOf),
                ChecksumType.valueOf(record.get("checksum-type").orElseThrow()),
                record.all("note."));
        return new Upload(id, Instant.parse(record.get("initiated").orElseThrow()), begun);
    }

    static String write(UploadedPart part, String file) {
        return new TextRecord()
                .put("file", file)
                .put("size", Long.toString(part.size()))
                .put("etag", part.eTag())
                .put("modified", part.lastModified().toString())
                .put("checksums", ObjectRecord.written(part.checksums()))
                .put("asked", part.asked().stream().map(Enum::name).sorted().collect(Collectors.joining(" ")))
                .toString();
    }

    private static Set<ChecksumAlgorithm> algorithms(String names) {
        return Arrays.stream(names.split(" ", -1))
                .filter(name -> !name.isEmpty())
                .map(ChecksumAlgorithm::valueOf)
                .collect(Collectors.toSet());
    }

    /** Returns what a part tells that was written when nobody kept what was asked for: all but the usual checksum. */
    private static Set<ChecksumAlgorithm> told(List<Checksum> checksums) {
        return checksums.stream()
                .map(Checksum::algorithm)
                .filter(algorithm -> algorithm != ChecksumAlgorithm.USUAL)
                .collect(Collectors.toSet());
    }

    static UploadedPart part(int number, TextRecord record) {
        List<Checksum> checksums =
                record.get("checksums").map(ObjectRecord::checksums).orElse(List.of());
        return new UploadedPart(
                number,
                record.number("size", 0),
                record.get("etag").orElseThrow(),
                Instant.parse(record.get("modified").orElseThrow()),
                checksums,
                record.get("asked").map(UploadText::algorithms).orElseGet(() -> told(checksums)));
    }
}
