package io.laguna.emulator.s3.store;

import io.laguna.emulator.s3.store.layout.Attributes;
import io.laguna.emulator.s3.store.listing.ListPage;
import io.laguna.emulator.s3.store.listing.ListRequest;
import io.laguna.emulator.s3.store.object.BeforeCommit;
import io.laguna.emulator.s3.store.object.BeforeDelete;
import io.laguna.emulator.s3.store.object.Deleted;
import io.laguna.emulator.s3.store.object.NewObject;
import io.laguna.emulator.s3.store.object.ObjectMetadata;
import io.laguna.emulator.s3.store.object.OpenObject;
import io.laguna.emulator.s3.store.object.StoredObject;
import io.laguna.emulator.s3.store.object.Version;
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
public final class Lake {
    public static final String BUCKET = "lake";

    private final Path folder;
    private final Attributes attributes;
    private Store store;

    Lake(Path folder, Attributes attributes) {
        this.folder = folder;
        this.attributes = attributes;
        this.store = Store.open(folder, event -> {}, attributes);
    }

    public static Lake withBucket(Path folder) {
        Lake lake = new Lake(folder, Attributes.EXTENDED);
        lake.store().buckets().create(BUCKET, Optional.empty(), false, Map.of());
        return lake;
    }

    public Store store() {
        return store;
    }

    /** Opens the store anew, as after the end of the process. */
    public void restart() {
        store = Store.open(folder, event -> {}, attributes);
    }

    public Path file(String path) {
        return folder.resolve(BUCKET).resolve(path);
    }

    public StoredObject put(String key, String content) {
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

    public Optional<Version> find(String key) {
        return store.objects().find(BUCKET, key, Optional.empty());
    }

    public StoredObject get(String key) {
        return store.objects().get(BUCKET, key, Optional.empty());
    }

    public String content(String key) {
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

    public Deleted delete(String key) {
        return store.objects().delete(BUCKET, key, Optional.empty(), BeforeDelete.ALWAYS);
    }

    public Deleted delete(String key, String versionId) {
        return store.objects().delete(BUCKET, key, Optional.of(versionId), BeforeDelete.ALWAYS);
    }

    public ListPage list(String prefix, String delimiter) {
        return store.listings().list(new ListRequest(BUCKET, prefix, delimiter, "", 1000));
    }

    public static ObjectMetadata user(String name, String value) {
        return ObjectMetadata.NONE.withUserMetadata(Map.of(name, value));
    }
}
