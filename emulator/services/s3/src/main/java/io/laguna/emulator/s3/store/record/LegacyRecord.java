package io.laguna.emulator.s3.store.record;

import io.laguna.emulator.s3.store.layout.Attributes;
import io.laguna.emulator.s3.store.layout.FileStat;
import io.laguna.emulator.s3.store.object.ObjectMetadata;
import io.laguna.emulator.s3.store.object.Version;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The attributes that S3Proxy's file store, which Laguna had before, wrote beside an object's bytes. */
final class LegacyRecord {
    private static final String E_TAG = "content-md5";
    /** Laguna's own: the file's time, for which the ETag holds. */
    private static final String MADE_FOR = "laguna-modified";

    private static final List<String> HEADERS =
            List.of("cache-control", "content-disposition", "content-encoding", "content-language", "content-type");
    private static final String EXPIRES = "expires";
    private static final String STORAGE_CLASS = "storage-tier";
    private static final String USER = "user-metadata.";
    private static final int MD5_BYTES = 16;

    private final Attributes attributes;

    LegacyRecord(Attributes attributes) {
        this.attributes = attributes;
    }

    /** Reads the record of a file; empty where S3Proxy has written nothing. */
    Optional<ObjectRecord> read(Path file, FileStat stat) throws IOException {
        List<String> names = attributes.names(file);
        if (!names.contains(E_TAG) && !names.contains("content-type")) {
            return Optional.empty();
        }
        Map<String, String> headers = new LinkedHashMap<>();
        for (String name : HEADERS) {
            text(file, names, name).ifPresent(value -> headers.put(name, value));
        }
        if (names.contains(EXPIRES)) {
            attributes.read(file, EXPIRES).ifPresent(value -> headers.put(EXPIRES, httpDate(value)));
        }
        Map<String, String> userMetadata = new LinkedHashMap<>();
        for (String name : names) {
            if (name.startsWith(USER)) {
                text(file, names, name).ifPresent(value -> userMetadata.put(name.substring(USER.length()), value));
            }
        }
        ObjectMetadata metadata = ObjectMetadata.NONE
                .withHeaders(headers)
                .withUserMetadata(userMetadata)
                .withStorageClass(text(file, names, STORAGE_CLASS).orElse(ObjectMetadata.NONE.storageClass()));
        return Optional.of(new ObjectRecord(
                eTag(file, names, stat),
                stat.size(),
                stat.modified(),
                Version.NULL,
                0,
                metadata,
                List.of(),
                List.of()));
    }

    private String eTag(Path file, List<String> names, FileStat stat) throws IOException {
        String modified = Long.toString(TimeUnit.NANOSECONDS.toMillis(stat.modified()), Character.MAX_RADIX);
        boolean holds =
                stat.isFolder() || text(file, names, MADE_FOR).orElse(modified).equals(modified);
        Optional<byte[]> value =
                names.contains(E_TAG) && holds ? attributes.read(file, E_TAG) : Optional.<byte[]>empty();
        return value.map(bytes -> bytes.length == MD5_BYTES
                        ? HexFormat.of().formatHex(bytes)
                        : new String(bytes, StandardCharsets.UTF_8).replace("\"", ""))
                .orElseGet(stat::eTag);
    }

    private Optional<String> text(Path file, List<String> names, String name) throws IOException {
        return names.contains(name)
                ? attributes.read(file, name).map(value -> new String(value, StandardCharsets.UTF_8))
                : Optional.empty();
    }

    private static String httpDate(byte[] milliseconds) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(
                Instant.ofEpochMilli(ByteBuffer.wrap(milliseconds).getLong()).atOffset(ZoneOffset.UTC));
    }
}
