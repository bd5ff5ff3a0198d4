package io.laguna.emulator.s3.store;

import io.laguna.emulator.s3.store.layout.Attributes;
import io.laguna.emulator.s3.store.layout.NoAttributes;
import io.laguna.emulator.s3.store.object.BeforeCommit;
import io.laguna.emulator.s3.store.object.BeforeDelete;
import io.laguna.emulator.s3.store.object.ChecksumAlgorithm;
import io.laguna.emulator.s3.store.object.ChecksumType;
import io.laguna.emulator.s3.store.object.NewObject;
import io.laguna.emulator.s3.store.object.ObjectMetadata;
import io.laguna.emulator.s3.store.object.OpenObject;
import io.laguna.emulator.s3.store.object.Version;
import io.laguna.emulator.s3.store.upload.NamedPart;
import io.laguna.emulator.s3.store.upload.NewUpload;
import io.laguna.emulator.s3.store.upload.UploadedPart;
import java.io.ByteArrayInputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;

/**
 * A process that writes to a store until it is killed. It says what it is about to do, and when it is done:
 *
 * <pre>
 * begin thread bucket key put|delete tag
 * done thread bucket key version
 * </pre>
 */
final class KilledWriter {
    static final List<String> BUCKETS = List.of("plain", "versioned");
    /** The word for the place where buckets are, which are made and deleted like keys. */
    static final String ALL_BUCKETS = ".";

    /** The documents with which a bucket is made. */
    static final List<String> DOCUMENTS = List.of("acl", "ownership-controls", "tagging");

    static final int THREADS = 4;
    private static final int KEYS = 6;
    private static final int LARGEST = 100_000;

    private final Store store;
    private final int thread;
    private final Random random;
    private final PrintStream out;

    private KilledWriter(Store store, int thread, long seed, PrintStream out) {
        this.store = store;
        this.thread = thread;
        this.random = new Random(seed * THREADS + thread);
        this.out = out;
    }

    public static void main(String[] arguments) {
        Attributes attributes = Boolean.parseBoolean(arguments[2]) ? Attributes.EXTENDED : new NoAttributes();
        Store store = Store.open(Path.of(arguments[0]), event -> {}, attributes);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        for (int thread = 0; thread < THREADS; thread++) {
            KilledWriter writer = new KilledWriter(store, thread, Long.parseLong(arguments[1]), out);
            new Thread(writer::run).start();
        }
    }

    /** Returns the bytes of an object whose metadata says the tag: their number is in it. */
    static byte[] content(String tag) {
        byte[] content = new byte[Integer.parseInt(tag.substring(0, tag.indexOf('-')))];
        byte[] pattern = tag.getBytes(StandardCharsets.UTF_8);
        for (int at = 0; at < content.length; at++) {
            content[at] = pattern[at % pattern.length];
        }
        return content;
    }

    private void run() {
        while (true) {
            if (random.nextInt(10) == 0) {
                makeOrDeleteBucket();
                continue;
            }
            String bucket = BUCKETS.get(random.nextInt(BUCKETS.size()));
            String key = key();
            String tag = (random.nextInt(5) == 0 ? 0 : random.nextInt(LARGEST)) + "-" + random.nextLong();
            int what = random.nextInt(10);
            boolean deletes = what < 2;
            say("begin", bucket, key, (deletes ? "delete " : "put ") + tag);
            String version = deletes
                    ? store.objects()
                            .delete(bucket, key, Optional.empty(), BeforeDelete.ALWAYS)
                            .versionId()
                            .orElse(Version.NULL)
                    : what < 4
                            ? multipart(bucket, key, tag)
                            : what < 6 ? copy(bucket, key, tag) : put(bucket, key, tag);
            say("done", bucket, key, version);
        }
    }

    private void makeOrDeleteBucket() {
        String name = "made-" + thread;
        String tag = "0-" + random.nextLong();
        boolean deletes = store.buckets().find(name).isPresent();
        say("begin", ALL_BUCKETS, name, (deletes ? "delete " : "put ") + tag);
        if (deletes) {
            store.buckets().delete(name);
        } else {
            Map<String, String> documents = new LinkedHashMap<>();
            DOCUMENTS.forEach(document -> documents.put(document, tag));
            store.buckets().create(name, Optional.empty(), false, documents);
        }
        say("done", ALL_BUCKETS, name, Version.NULL);
    }

    /** Returns a key of this thread alone, sometimes one in the way of others. */
    private String key() {
        int key = random.nextInt(KEYS);
        return switch (key) {
            case 0 -> thread + "/a";
            case 1 -> thread + "/a/b";
            case 2 -> thread + "//c";
            case 3 -> thread + "/d/";
            default -> thread + "/folder/" + key;
        };
    }

    private void say(String what, String bucket, String key, String more) {
        out.println(what + " " + thread + " " + bucket + " " + key + " " + more);
    }

    private String put(String bucket, String key, String tag) {
        byte[] content = content(tag);
        return store.objects()
                .put(
                        new NewObject(bucket, key, metadata(tag), Set.of(ChecksumAlgorithm.CRC32)),
                        new ByteArrayInputStream(content),
                        OptionalLong.of(content.length),
                        BeforeCommit.ALWAYS)
                .versionId();
    }

    private String copy(String bucket, String key, String tag) {
        String source = "source-" + thread;
        put("plain", source, tag);
        try (OpenObject open = store.objects().open("plain", source, Optional.empty())) {
            return store.objects()
                    .copy(open, new NewObject(bucket, key, metadata(tag), Set.of()), BeforeCommit.ALWAYS)
                    .versionId();
        }
    }

    private String multipart(String bucket, String key, String tag) {
        byte[] content = content(tag);
        String id = store.uploads()
                .create(new NewUpload(bucket, key, metadata(tag), Optional.empty(), ChecksumType.FULL_OBJECT, Map.of()))
                .id();
        int first = random.nextBoolean() ? content.length : content.length / 2;
        List<NamedPart> parts = new ArrayList<>();
        parts.add(part(bucket, key, id, 1, new ByteArrayInputStream(content, 0, first)));
        if (first < content.length) {
            parts.add(part(bucket, key, id, 2, new ByteArrayInputStream(content, first, content.length - first)));
        }
        return store.uploads()
                .complete(bucket, key, id, parts, 0, BeforeCommit.ALWAYS)
                .versionId();
    }

    private NamedPart part(String bucket, String key, String id, int number, ByteArrayInputStream bytes) {
        UploadedPart part = store.uploads()
                .putPart(bucket, key, id, number, bytes, OptionalLong.empty(), Set.of(), BeforeCommit.ALWAYS);
        return new NamedPart(number, part.eTag(), List.of());
    }

    private static ObjectMetadata metadata(String tag) {
        return Lake.user("tag", tag);
    }
}
