package io.laguna.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.EntityNotFoundException;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Tests that a bookmark is committed as a whole or not at all: Laguna is killed while a run commits, and then no file has
 * been read by two runs that committed, or by none.
 */
@Tag("long")
@NeedsPython
class KilledBookmarkSystemTest {
    private static final int ROUNDS = Integer.getInteger("laguna.test.rounds", 2);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** A commit takes some milliseconds. */
    private static final int MOST_MICROS = 60_000;

    @TempDir
    private Path folder;

    private final Random random = new Random(17);
    private int committed;

    @Test
    void noFileIsReadTwiceOrNever() throws InterruptedException, IOException {
        try (KilledLake lake = new KilledLake(folder)) {
            lake.start();
            work(lake, BookmarkedJob::make);
            for (int round = 1; round <= ROUNDS; round++) {
                killAtTheCommit(lake, round);
            }
            work(lake, this::readTheRest);
            work(lake, this::checkLedger);
            System.out.printf(Locale.ROOT, "%d of %d runs had committed when Laguna was killed%n", committed, ROUNDS);
        }
    }

    private void killAtTheCommit(KilledLake lake, int round) throws InterruptedException {
        String[] run = new String[1];
        work(lake, job -> {
            job.put("file" + round);
            run[0] = job.start(Map.of());
        });
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(2)).until(() -> commits(run[0]));
        LockSupport.parkNanos(1_000L * random.nextInt(MOST_MICROS));
        lake.kill();
        lake.start();
        work(lake, job -> {
            job.end(run[0]);
            boolean hasCommitted = hasCommitted(job, run[0]);
            committed += hasCommitted ? 1 : 0;
            System.out.printf(Locale.ROOT, "round %d: %s%n", round, hasCommitted ? "committed" : "not committed");
        });
    }

    private void readTheRest(BookmarkedJob job) {
        job.end(job.start(Map.of()));
    }

    private void checkLedger(BookmarkedJob job) {
        Stream<String> read = job.all().entrySet().stream()
                .filter(run -> hasCommitted(job, run.getKey()))
                .flatMap(run -> Stream.of(run.getValue().split(" ", -1)))
                .filter(name -> !name.isEmpty());
        assertThat(read)
                .containsExactlyInAnyOrderElementsOf(Stream.iterate(1, round -> round <= ROUNDS, round -> round + 1)
                        .map(round -> "file" + round)
                        .toList());
    }

    private static boolean hasCommitted(BookmarkedJob job, String run) {
        try {
            job.glue().getJobBookmark(get -> get.jobName(BookmarkedJob.NAME).runId(run));
            return true;
        } catch (EntityNotFoundException e) {
            return false;
        }
    }

    private boolean commits(String run) throws IOException {
        Path output = folder.resolve(".laguna/glue").resolve(run).resolve("stdout");
        return Files.exists(output) && Files.readString(output).contains(BookmarkedJob.COMMITS);
    }

    private static void work(KilledLake lake, Consumer<BookmarkedJob> work) {
        try (GlueClient glue = lake.clients().client(GlueClient.builder());
                S3Client s3 = lake.clients().s3()) {
            work.accept(new BookmarkedJob(glue, s3));
        }
    }
}
