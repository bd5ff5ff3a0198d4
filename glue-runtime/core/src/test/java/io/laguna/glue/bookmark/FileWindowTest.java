package io.laguna.glue.bookmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.laguna.glue.storage.SourceFile;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The choice of a run's files by what the runs before it have read. */
class FileWindowTest {
    private static final Duration BAND = Duration.ofMillis(50);

    private static SourceFile file(String name, long modified, String etag) {
        return new SourceFile("s3://b/" + name, 10, modified, etag);
    }

    private static FileWindow.Selection select(Optional<FileState> before, long start, List<SourceFile> listed) {
        return new FileWindow(before, Instant.ofEpochMilli(start), BAND, Long.MAX_VALUE, Long.MAX_VALUE).select(listed);
    }

    @Test
    void theFirstRunReadsAllAndTheSecondWhatIsNew() {
        SourceFile old = file("a", 10, "1");
        FileWindow.Selection first = select(Optional.empty(), 100, List.of(old, file("late", 101, "1")));
        assertThat(first.files()).containsExactly(old);
        FileWindow.Selection second =
                select(Optional.of(first.after()), 200, List.of(old, file("late", 101, "1"), file("b", 150, "1")));
        assertThat(second.files()).extracting(SourceFile::name).containsExactly("late", "b");
        assertThat(second.after().run()).isEqualTo(2);
        assertThat(select(Optional.of(second.after()), 300, List.of(old)).files())
                .isEmpty();
    }

    @Test
    void aFileThatIsListedLateIsReadWithinTheBand() {
        FileWindow.Selection first = select(Optional.empty(), 100, List.of(file("a", 90, "1")));
        assertThat(select(Optional.of(first.after()), 200, List.of(file("a", 90, "1"), file("hidden", 80, "1")))
                        .files())
                .extracting(SourceFile::name)
                .containsExactly("hidden");
    }

    @Test
    void aFileThatWasRewrittenIsReadAgain() {
        FileWindow.Selection first = select(Optional.empty(), 100, List.of(file("a", 90, "1"), file("b", 90, "1")));
        assertThat(select(Optional.of(first.after()), 200, List.of(file("a", 120, "2"), file("b", 90, "1")))
                        .files())
                .extracting(SourceFile::name)
                .containsExactly("a");
    }

    @Test
    void aBoundedRunLeavesTheRestToTheNext() {
        List<SourceFile> listed = LongStream.rangeClosed(1, 5)
                .mapToObj(i -> file("f" + i, i / 2, "1"))
                .toList();
        List<String> read = new ArrayList<>();
        Optional<FileState> state = Optional.empty();
        for (int run = 1; run <= 4; run++) {
            FileWindow.Selection selection =
                    new FileWindow(state, Instant.ofEpochMilli(100L * run), BAND, 2, Long.MAX_VALUE).select(listed);
            selection.files().forEach(file -> read.add(file.name()));
            state = Optional.of(selection.after());
        }
        assertThat(read).containsExactly("f1", "f2", "f3", "f4", "f5");
        assertThat(new FileWindow(Optional.empty(), Instant.ofEpochMilli(100), BAND, 9, 25)
                        .select(listed)
                        .files())
                .hasSize(2);
    }

    @Test
    void theStateIsOfTheShapeThatGluesApiShows() {
        FileState state =
                select(Optional.empty(), 1_700_000_000_000L, List.of()).after();
        assertThat(state.texts())
                .containsExactly(
                        Map.entry("RUN", "1"),
                        Map.entry("HIGH_BAND", "50"),
                        Map.entry("CURR_LATEST_PARTITION", "0"),
                        Map.entry("CURR_LATEST_PARTITIONS", ""),
                        Map.entry("CURR_RUN_START_TIME", "2023-11-14T22:13:20Z"),
                        Map.entry("INCLUDE_LIST", ""));
        assertThat(FileState.of(state.texts())).isEqualTo(state);
    }

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    /** Puts, deletions, runs that commit and runs that fail, in any order; a put may carry a time some way back. */
    @ParameterizedTest
    @MethodSource("seeds")
    void everyVersionThatIsThereWhenARunStartsIsReadByOneCommittedRun(long seed) {
        Random random = new Random(seed);
        Map<String, SourceFile> store = new HashMap<>();
        Set<SourceFile> due = new HashSet<>();
        List<SourceFile> read = new ArrayList<>();
        Optional<FileState> state = Optional.empty();
        long now = 1000;
        for (int i = 0; i < 60; i++) {
            now += random.nextInt(40);
            int what = random.nextInt(10);
            if (what < 6) {
                // A store's clock has whole seconds, and an object may be listed some time after it was written.
                SourceFile put = file("k" + random.nextInt(8), now - random.nextInt(20), "e" + i);
                store.put(put.path(), put);
            } else if (what == 6) {
                store.remove("s3://b/k" + random.nextInt(8));
            } else {
                now++;
                Set<SourceFile> there = new HashSet<>(store.values());
                long start = now;
                if (random.nextBoolean()) {
                    SourceFile meanwhile = file("m" + i, now + random.nextInt(2), "e");
                    store.put(meanwhile.path(), meanwhile);
                }
                FileWindow.Selection selection = select(state, start, List.copyOf(store.values()));
                if (random.nextInt(3) > 0) {
                    state = Optional.of(selection.after());
                    read.addAll(selection.files());
                    due.addAll(there);
                }
                now++;
            }
        }
        assertThat(read).doesNotHaveDuplicates();
        assertThat(read).containsAll(due);
    }
}
