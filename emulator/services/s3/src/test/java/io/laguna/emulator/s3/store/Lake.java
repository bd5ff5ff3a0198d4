package io.laguna.emulator.s3.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** A store over a folder, with short words for what tests do. */
final class Lake {
    static final String BUCKET = "lake";

    private final Path folder;
    private final Attributes attributes;
    private Store store;

    Lake(Path folder, Attributes attributes) {
        this.folder = folder;
        this.attributes = attributes;
        this.store = Store.open(folder, event -> {}, attributes);
    }

    static Lake withBucket(Path folder) {
        Lake lake = new Lake(folder, Attributes.EXTENDED);
        lake.store().buckets().create(BUCKET, Optional.empty(), false);
        return lake;
    }

    Store store() {
        return store;
    }

    /** As after the end of the process. */
    void restart() {
        store = Store.open(folder, event -> {}, attributes);
    }

    Path file(String path) {
        return folder.resolve(BUCKET).resolve(path);
    }

    StoredObject put(String key, String content) {
        return put(key, content, ObjectMetadata.NONE);
    }

    StoredObject put(String key, String content, ObjectMetadata metadata) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        return store.objects()
                .put(
                        new NewObject(BUCKET, key, metadata, Set.of()),
                        new ByteArrayInputStream(bytes),
                        OptionalLong.of(bytes.length),
                        BeforeCommit.ALWAYS);
    }

    Optional<Version> find(String key) {
        return store.objects().find(BUCKET, key, Optional.empty());
    }

    StoredObject get(String key) {
        return store.objects().get(BUCKET, key, Optional.empty());
    }

    String content(String key) {
        return content(key, Optional.empty());
    }

    String content(String key, Optional<String> versionId) {
        try (OpenObject open = store.objects().open(BUCKET, key, versionId)) {
            return content(open);
        }
    }

    static String content(OpenObject open) {
        ByteBuffer bytes = ByteBuffer.allocate((int) open.object().size() + 1);
        try {
            int at = 0;
            for (int read = open.bytes().read(bytes, 0);
                    read > 0;
                    read = open.bytes().read(bytes, at)) {
                at += read;
            }
            return new String(bytes.array(), 0, at, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Deleted delete(String key) {
        return store.objects().delete(BUCKET, key, Optional.empty(), BeforeDelete.ALWAYS);
    }

    Deleted delete(String key, String versionId) {
        return store.objects().delete(BUCKET, key, Optional.of(versionId), BeforeDelete.ALWAYS);
    }

    ListPage list(String prefix, String delimiter) {
        return store.listings().list(new ListRequest(BUCKET, prefix, delimiter, "", 1000));
    }

    static ObjectMetadata user(String name, String value) {
        return ObjectMetadata.NONE.withUserMetadata(Map.of(name, value));
    }
}
