package io.laguna.emulator.s3.store;

import static io.laguna.emulator.s3.store.Lake.BUCKET;
import static org.assertj.core.api.Assertions.assertThat;

import io.laguna.emulator.s3.store.bucket.BucketRemoval;
import io.laguna.emulator.s3.store.layout.Attributes;
import io.laguna.emulator.s3.store.layout.NastyKeys;
import io.laguna.emulator.s3.store.layout.NoAttributes;
import io.laguna.emulator.s3.store.layout.Utf8;
import io.laguna.emulator.s3.store.listing.ListPage;
import io.laguna.emulator.s3.store.listing.ListRequest;
import io.laguna.emulator.s3.store.listing.ListVersionsRequest;
import io.laguna.emulator.s3.store.listing.VersionPage;
import io.laguna.emulator.s3.store.object.BeforeCommit;
import io.laguna.emulator.s3.store.object.Deleted;
import io.laguna.emulator.s3.store.object.NewObject;
import io.laguna.emulator.s3.store.object.OpenObject;
import io.laguna.emulator.s3.store.object.StoredObject;
import io.laguna.emulator.s3.store.object.Version;
import io.laguna.emulator.s3.store.object.Versioning;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Does to a store and to a model what a seed says, and compares them. A sequence that fails says its seed; {@code
 * -Dlaguna.store.seed} runs that one alone, and {@code -Dlaguna.store.sequences} as many as it says.
 */
class ModelTest {
    private static final int SEQUENCES = Integer.getInteger("laguna.store.sequences", 5000);
    private static final int BATCHES = 20;
    private static final int STEPS = 9;

    @TempDir(factory = InMemory.class)
    private Path folder;

    static IntStream batches() {
        return IntStream.range(0, BATCHES);
    }

    @ParameterizedTest
    @MethodSource("batches")
    void aStoreIsWhatItsModelIs(int batch) {
        Optional<Integer> only = Optional.ofNullable(Integer.getInteger("laguna.store.seed"));
        int each = SEQUENCES / BATCHES;
        int first = only.orElse(batch * each);
        int end = only.isPresent() ? first + 1 : first + each;
        for (int seed = first; seed < end; seed++) {
            Path lake = folder.resolve("" + seed);
            Sequence sequence = new Sequence(seed, lake);
            try {
                sequence.run();
                BucketRemoval.removeTree(lake);
            } catch (Exception | AssertionError e) {
                String said = "Seed " + seed + " after " + String.join("\n", sequence.done) + "\n" + e;
                throw new AssertionError(said, e);
            }
        }
    }

    private static final class Sequence {
        private final Random random;
        private final NastyKeys keys;
        private final Lake lake;
        private final Model model = new Model();
        private final List<String> used = new ArrayList<>();
        private final List<String> done = new ArrayList<>();
        private int contents;

        Sequence(int seed, Path folder) {
            this.random = new Random(seed * 7919L);
            this.keys = new NastyKeys(random);
            this.lake = new Lake(folder, seed % 5 == 0 ? new NoAttributes() : Attributes.EXTENDED);
            lake.store().buckets().create(BUCKET, Optional.empty(), false, Map.of());
        }

        void run() {
            for (int step = 0; step < STEPS; step++) {
                change();
                if (random.nextInt(3) == 0) {
                    list();
                }
            }
            check();
            if (random.nextInt(3) == 0) {
                empty();
            }
        }

        private void change() {
            String key = key();
            switch (random.nextInt(12)) {
                case 0, 1, 2, 3, 4, 5 -> put(key);
                case 6, 7 -> delete(key);
                case 8 -> deleteVersion(key);
                case 9 -> copy(key);
                case 10 -> {
                    model.version(random.nextInt(3) > 0 ? Versioning.ENABLED : Versioning.SUSPENDED);
                    done.add(model.versioning().name());
                    lake.store().buckets().version(BUCKET, model.versioning());
                }
                default -> {
                    done.add("restart");
                    lake.restart();
                }
            }
        }

        /** Often one that is there, or one that has to do with it. */
        private String key() {
            if (!used.isEmpty() && random.nextInt(2) == 0) {
                String key = used.get(random.nextInt(used.size()));
                int slash = key.indexOf('/', 1);
                String related =
                        switch (random.nextInt(5)) {
                            case 0 -> key + "/";
                            case 1 -> key + "/b";
                            case 2 -> slash > 0 ? key.substring(0, slash) : key;
                            default -> key;
                        };
                return Utf8.length(related) > 1024 ? key : related;
            }
            String key = keys.key();
            used.add(key);
            return key;
        }

        private void put(String key) {
            done.add("put <" + key + ">");
            String content = random.nextInt(3) == 0 ? "" : "content " + contents++;
            StoredObject put = lake.put(key, content, Lake.user("of", "" + contents));
            model.put(key, put.versionId(), content + "|" + contents);
        }

        private void copy(String key) {
            done.add("copy <" + key + ">");
            List<String> all = model.allKeys();
            String source = all.isEmpty() ? key : all.get(random.nextInt(all.size()));
            Optional<String> content = model.content(source);
            if (content.isPresent()) {
                try (OpenObject open = lake.store().objects().open(BUCKET, source, Optional.empty())) {
                    StoredObject copied = lake.store()
                            .objects()
                            .copy(
                                    open,
                                    new NewObject(BUCKET, key, open.object().metadata(), Set.of()),
                                    BeforeCommit.ALWAYS);
                    model.put(key, copied.versionId(), content.get());
                }
            }
        }

        private void delete(String key) {
            done.add("delete <" + key + ">");
            boolean there = model.content(key).isPresent();
            Deleted deleted = lake.delete(key);
            assertThat(deleted.happened()).isEqualTo(there || model.versioning() != Versioning.UNVERSIONED);
            model.delete(key, deleted.versionId());
        }

        private void deleteVersion(String key) {
            done.add("deleteVersion <" + key + ">");
            List<Model.Entry> versions = List.copyOf(model.versions(key));
            String id = versions.isEmpty()
                    ? "null"
                    : versions.get(random.nextInt(versions.size())).id();
            assertThat(lake.delete(key, id).happened()).isEqualTo(!versions.isEmpty());
            model.deleteVersion(key, id);
        }

        private void list() {
            String prefix = keys.prefix(used);
            String delimiter = keys.delimiter();
            String after = keys.after(used);
            int max = 1 + random.nextInt(4);
            assertThat(pages(prefix, delimiter, after, max))
                    .as("keys: prefix <%s> delimiter <%s> after <%s> max %s", prefix, delimiter, after, max)
                    .isEqualTo(model.list(prefix, delimiter, after, false));
            assertThat(versionPages(prefix, delimiter, after, max))
                    .as("versions: prefix <%s> delimiter <%s> after <%s> max %s", prefix, delimiter, after, max)
                    .isEqualTo(model.list(prefix, delimiter, after, true));
        }

        private List<Model.Line> pages(String prefix, String delimiter, String after, int max) {
            List<Model.Line> lines = new ArrayList<>();
            Optional<String> next = Optional.of(after);
            while (next.isPresent()) {
                ListPage page =
                        lake.store().listings().list(new ListRequest(BUCKET, prefix, delimiter, next.get(), max));
                lines.addAll(Stream.concat(
                                page.objects().stream()
                                        .map(object -> new Model.Line(object.key(), object.versionId(), true)),
                                page.commonPrefixes().stream().map(common -> new Model.Line(common, "", false)))
                        .sorted((one, other) -> Utf8.ORDER.compare(one.key(), other.key()))
                        .toList());
                next = page.next();
                assertThat(page.objects().size() + page.commonPrefixes().size()).isLessThanOrEqualTo(max);
            }
            return lines;
        }

        private List<Model.Line> versionPages(String prefix, String delimiter, String after, int max) {
            List<Model.Line> lines = new ArrayList<>();
            Optional<String> next = Optional.of(after);
            Optional<String> version = Optional.empty();
            while (next.isPresent()) {
                VersionPage page = lake.store()
                        .listings()
                        .versions(new ListVersionsRequest(BUCKET, prefix, delimiter, next.get(), version, max));
                List<Model.Line> found = new ArrayList<>();
                page.versions()
                        .forEach(listed -> found.add(new Model.Line(
                                listed.version().key(), listed.version().versionId(), listed.latest())));
                page.commonPrefixes().forEach(common -> found.add(new Model.Line(common, "", false)));
                found.sort((one, other) -> Utf8.ORDER.compare(one.key(), other.key()));
                lines.addAll(found);
                next = page.nextKey();
                version = page.nextVersion();
            }
            return lines;
        }

        private void check() {
            if (random.nextBoolean()) {
                lake.restart();
            }
            for (String key : used) {
                assertThat(lake.find(key)
                                .filter(StoredObject.class::isInstance)
                                .map(any -> read(key, Optional.empty())))
                        .as("content of <%s>", key)
                        .isEqualTo(model.content(key));
            }
            for (String key : model.allKeys()) {
                for (Model.Entry entry : model.versions(key)) {
                    Optional<Version> found = lake.store().objects().find(BUCKET, key, Optional.of(entry.id()));
                    assertThat(found.filter(StoredObject.class::isInstance)
                                    .map(any -> read(key, Optional.of(entry.id()))))
                            .as("version %s of <%s>", entry.id(), key)
                            .isEqualTo(entry.content());
                    assertThat(found).isPresent();
                }
            }
            assertThat(pages("", "", "", 1000)).isEqualTo(model.list("", "", "", false));
            assertThat(versionPages("", "", "", 1000)).isEqualTo(model.list("", "", "", true));
            assertThat(
                            Files.exists(lake.file(".laguna-s3/tmp"))
                                    ? lake.file(".laguna-s3/tmp").toFile().list()
                                    : new String[0])
                    .isEmpty();
        }

        /** Deleting every version leaves an empty folder, which goes with the bucket. */
        private void empty() {
            for (String key : model.allKeys()) {
                model.versions(key).forEach(entry -> lake.delete(key, entry.id()));
            }
            assertThat(versionPages("", "", "", 1000)).isEmpty();
            assertThat(lake.file("").toFile().list()).containsExactly(".laguna-s3");
            lake.store().buckets().delete(BUCKET);
        }

        private String read(String key, Optional<String> versionId) {
            try (OpenObject open = lake.store().objects().open(BUCKET, key, versionId)) {
                assertThat(open.object().size()).isEqualTo(Lake.content(open).length());
                return Lake.content(open) + "|"
                        + open.object().metadata().userMetadata().get("of");
            }
        }
    }
}
