package io.laguna.emulator.s3.store;

import static io.laguna.emulator.s3.store.Lake.BUCKET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.laguna.emulator.s3.store.layout.Digests;
import io.laguna.emulator.s3.store.listing.ListVersionsRequest;
import io.laguna.emulator.s3.store.listing.ListedVersion;
import io.laguna.emulator.s3.store.listing.VersionPage;
import io.laguna.emulator.s3.store.object.BeforeCommit;
import io.laguna.emulator.s3.store.object.NewObject;
import io.laguna.emulator.s3.store.object.ObjectMetadata;
import io.laguna.emulator.s3.store.object.OpenObject;
import io.laguna.emulator.s3.store.object.StoreException;
import io.laguna.emulator.s3.store.object.StoreException.Reason;
import io.laguna.emulator.s3.store.object.StoredObject;
import io.laguna.emulator.s3.store.object.Version;
import io.laguna.emulator.s3.store.object.Versioning;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Writes that are refused, that meet, and that are read meanwhile. */
class WritesTest {
    private static final int THREADS = 8;

    @TempDir
    private Path folder;

    private Lake lake;

    @BeforeEach
    void open() {
        lake = Lake.withBucket(folder);
    }

    @Test
    void whatIsRefusedBeforeItsCommitIsNotThere() {
        lake.put("a", "four");

        assertThatThrownBy(() -> put("a", "fives", (written, current) -> {
                    assertThat(written.size()).isEqualTo(5);
                    assertThat(current).contains(lake.get("a"));
                    throw new IllegalArgumentException("refused");
                }))
                .hasMessage("refused");
        assertThat(lake.content("a")).isEqualTo("four");
        assertThat(lake.file(".laguna-s3/tmp")).isEmptyDirectory();
    }

    @Test
    void aLargeBodyIsSummedUpInItsOrder() {
        String content = IntStream.range(0, 200_000).mapToObj(Integer::toString).collect(Collectors.joining(" "));

        StoredObject object = lake.put("large", content);

        assertThat(object.eTag())
                .isEqualTo(Digests.hex(Digests.md5().digest(content.getBytes(StandardCharsets.UTF_8))));
        assertThat(lake.content("large")).isEqualTo(content);
    }

    @Test
    void aBodyThatIsNotWholeIsNotThere() {
        for (int announced : new int[] {3, 5}) {
            assertThatThrownBy(() -> lake.store()
                            .objects()
                            .put(
                                    target("a"),
                                    new ByteArrayInputStream(new byte[4]),
                                    OptionalLong.of(announced),
                                    BeforeCommit.ALWAYS))
                    .isInstanceOfSatisfying(StoreException.class, failure -> assertThat(failure.reason())
                            .isEqualTo(Reason.INCOMPLETE_BODY));
        }
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("gone");
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                throw new IOException("gone");
            }
        };
        assertThatThrownBy(() ->
                        lake.store().objects().put(target("a"), broken, OptionalLong.empty(), BeforeCommit.ALWAYS))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(lake.find("a")).isEmpty();
        assertThat(lake.file(".laguna-s3/tmp")).isEmptyDirectory();
    }

    @Test
    void ofWritesOnConditionThatNothingIsThereOneHappens() throws Exception {
        AtomicInteger happened = new AtomicInteger();

        together(thread -> {
            for (int key = 0; key < 50; key++) {
                try {
                    put("key" + key, "by " + thread, (written, current) -> {
                        if (current.isPresent()) {
                            throw new IllegalStateException("there is one");
                        }
                    });
                    happened.incrementAndGet();
                } catch (IllegalStateException e) {
                    assertThat(lake.find("key" + key)).isPresent();
                }
            }
            return null;
        });

        assertThat(happened).hasValue(50);
    }

    @Test
    void aReaderHasTheOldBytesToTheEnd() {
        lake.put("a", "first");
        try (OpenObject open = lake.store().objects().open(BUCKET, "a", Optional.empty());
                OpenObject other = lake.store().objects().open(BUCKET, "a", Optional.empty())) {
            lake.put("a", "second");
            assertThat(Lake.content(open)).isEqualTo("first");
            lake.delete("a");
            assertThat(Lake.content(other)).isEqualTo("first");
            assertThat(open.object().size()).isEqualTo(5);
        }
    }

    /** Keys that are in each other's way, folders that come and go under each other. */
    @Test
    void writesThatMeetDoNotDisturbEachOther() throws Exception {
        List<String> shared = List.of("a", "a/", "a/b", "a/b/c", "a/b/d", "a//b", "x/y/z", "x/y", "a/b/c/");

        together(thread -> {
            Random random = new Random(thread);
            for (int step = 0; step < 300; step++) {
                String key = shared.get(random.nextInt(shared.size()));
                String own = "a/b/own" + thread;
                switch (random.nextInt(4)) {
                    case 0 -> lake.delete(key);
                    case 1 -> lake.list("", random.nextBoolean() ? "/" : "");
                    default -> lake.put(key, "by " + thread);
                }
                lake.put(own, "step " + step);
                assertThat(lake.content(own)).isEqualTo("step " + step);
                if (random.nextInt(3) == 0) {
                    lake.delete(own);
                    assertThat(lake.find(own)).isEmpty();
                }
            }
            lake.put("a/b/own" + thread, "last");
            return null;
        });

        for (int thread = 0; thread < THREADS; thread++) {
            assertThat(lake.content("a/b/own" + thread)).isEqualTo("last");
        }
        lake.list("", "").objects().forEach(object -> assertThat(lake.get(object.key()))
                .isEqualTo(object));
    }

    @Test
    void versionsThatMeetAreAllKept() throws Exception {
        lake.store().buckets().version(BUCKET, Versioning.ENABLED);

        List<List<StoredObject>> put = together(thread -> {
            List<StoredObject> own = new ArrayList<>();
            for (int step = 0; step < 50; step++) {
                own.add(lake.put("a", "by " + thread));
            }
            return own;
        });

        VersionPage page =
                lake.store().listings().versions(new ListVersionsRequest(BUCKET, "", "", "", Optional.empty(), 1000));
        assertThat(page.versions())
                .extracting(ListedVersion::version)
                .containsExactlyInAnyOrderElementsOf(
                        put.stream().<Version>flatMap(List::stream).toList());
        assertThat(page.versions())
                .filteredOn(ListedVersion::latest)
                .hasSize(1)
                .first()
                .isEqualTo(page.versions().get(0));
    }

    private void put(String key, String content, BeforeCommit check) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        lake.store().objects().put(target(key), new ByteArrayInputStream(bytes), OptionalLong.of(bytes.length), check);
    }

    private static NewObject target(String key) {
        return new NewObject(BUCKET, key, ObjectMetadata.NONE, Set.of());
    }

    /** The work of each thread, given its number. */
    private interface Work<T> {
        T of(int thread) throws Exception;
    }

    private static <T> List<T> together(Work<T> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<T>> all = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                int number = thread;
                all.add(() -> work.of(number));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> done : threads.invokeAll(all, 2, TimeUnit.MINUTES)) {
                results.add(done.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
