package io.laguna.emulator.s3.store.record;

import io.laguna.emulator.s3.store.layout.TextRecord;
import io.laguna.emulator.s3.store.object.ObjectMetadata;
import io.laguna.emulator.s3.store.object.Retention;
import java.time.Instant;
import java.util.Optional;

/** Metadata as lines of a record. */
public final class MetadataText {
    private static final String STANDARD = "STANDARD";

    private MetadataText() {}

    public static void write(TextRecord record, ObjectMetadata metadata) {
        record.putAll("header.", metadata.headers())
                .putAll("user.", metadata.userMetadata())
                .putAll("tag.", metadata.tags())
                .putAll("encryption.", metadata.encryption())
                .put("acl", metadata.acl())
                .put("retention", metadata.retention().map(kept -> kept.mode() + " " + kept.until()))
                .put("legal-hold", metadata.legalHold().map(String::valueOf));
        if (!metadata.storageClass().equals(STANDARD)) {
            record.put("storage-class", metadata.storageClass());
        }
    }

    public static ObjectMetadata read(TextRecord record) {
        return new ObjectMetadata(
                record.all("header."),
                record.all("user."),
                record.all("tag."),
                record.get("storage-class").orElse(STANDARD),
                record.all("encryption."),
                record.get("acl"),
                record.get("retention").flatMap(MetadataText::retention),
                record.get("legal-hold").map(Boolean::valueOf));
    }

    private static Optional<Retention> retention(String text) {
        int space = text.indexOf(' ');
        return Optional.of(new Retention(text.substring(0, space), Instant.parse(text.substring(space + 1))));
    }
}
