package io.laguna.emulator.glue.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.EntityNotFoundException;
import software.amazon.awssdk.services.glue.model.JobBookmarkEntry;
import software.amazon.awssdk.services.glue.model.JobRunState;

/** Tests of bookmarks as drivers read and commit them. */
@ExtendWith(JobsLake.class)
class BookmarkDoorTest {
    private static final String OPTION = "--job-bookmark-option";
    private static final String SLEEPS = "import time\ntime.sleep(600)\n";

    private final JobsLake.Running lake;
    private final GlueClient glue;

    BookmarkDoorTest(JobsLake.Running lake) {
        this.lake = lake;
        this.glue = lake.glue();
    }

    @Test
    void everyCommitMovesTheVersionAndARunIsTheNextOne() {
        job("bm-moves");
        String first = start("bm-moves", Map.of());

        assertThat(read(first))
                .contains("\"version\":0", "\"run\":1", "\"attempt\":0", "\"bookmark\":{}", "\"until\":null");
        assertThat(commit(first, 0, "{\"ctx\":{\"jsonClass\":\"X\"}}")).isEqualTo(204);

        JobBookmarkEntry entry = entry("bm-moves", null);
        assertThat(entry.version()).isEqualTo(2);
        assertThat(entry.run()).isEqualTo(2);
        assertThat(entry.runId()).isEqualTo(first);
        assertThat(entry.jobBookmark()).isEqualTo("{\"ctx\":{\"jsonClass\":\"X\"}}");
        stop("bm-moves", first);
        String second = start("bm-moves", Map.of());
        assertThat(read(second)).contains("\"version\":2", "\"run\":2", "\"jsonClass\":\"X\"");
        assertThat(commit(second, 2, "{\"ctx\":{}}")).isEqualTo(204);
        JobBookmarkEntry after = entry("bm-moves", null);
        assertThat(after.version()).isEqualTo(4);
        assertThat(after.run()).isEqualTo(3);
        assertThat(after.previousRunId()).isEqualTo(first);
        assertThat(entry("bm-moves", first).version()).isEqualTo(2);
        stop("bm-moves", second);
    }

    @Test
    void aCommitByAnOldVersionIsRefused() {
        job("bm-old");
        String run = start("bm-old", Map.of());
        commit(run, 0, "{}");

        assertThat(commit(run, 0, "{}")).isEqualTo(409);
        assertThat(commit(run, 2, "{}")).isEqualTo(204);
        assertThat(entry("bm-old", null).run()).isEqualTo(2);
        stop("bm-old", run);
    }

    @Test
    void whatIsNoBookmarkIsRefused() {
        job("bm-malformed");
        String run = start("bm-malformed", Map.of());

        assertThat(lake.bookmarks().commit(run, token(run), "{").status()).isEqualTo(400);
        assertThat(lake.bookmarks().commit(run, token(run), "{\"version\":0}").status())
                .isEqualTo(400);
        stop("bm-malformed", run);
    }

    @Test
    void onlyTheDriverOfARunReachesItsBookmark() {
        job("bm-secret");
        String run = start("bm-secret", Map.of());

        assertThat(lake.bookmarks().read(run, "").status()).isEqualTo(403);
        assertThat(lake.bookmarks().read("jr_none", token(run)).status()).isEqualTo(403);
        assertThat(lake.bookmarks()
                        .commit(run, "x", "{\"version\":0,\"bookmark\":{}}")
                        .status())
                .isEqualTo(403);
        stop("bm-secret", run);
    }

    @Test
    void aBookmarkIsResetAndRewound() {
        job("bm-rewound");
        String first = start("bm-rewound", Map.of());
        commit(first, 0, "{\"a\":{\"n\":1}}");
        stop("bm-rewound", first);
        String second = start("bm-rewound", Map.of());
        commit(second, 2, "{\"a\":{\"n\":2}}");

        JobBookmarkEntry rewound = glue.resetJobBookmark(
                        reset -> reset.jobName("bm-rewound").runId(first))
                .jobBookmarkEntry();
        assertThat(rewound.jobBookmark()).isEqualTo("{\"a\":{\"n\":1}}");
        assertThat(rewound.run()).isEqualTo(2);
        assertThat(commit(second, 4, "{}")).as("the run has read before").isEqualTo(409);
        JobBookmarkEntry reset =
                glue.resetJobBookmark(request -> request.jobName("bm-rewound")).jobBookmarkEntry();
        assertThat(reset.jobBookmark()).isEqualTo("{}");
        assertThat(reset.version()).isEqualTo(6);
        assertThat(read(second)).contains("\"bookmark\":{}", "\"run\":1");
        stop("bm-rewound", second);
    }

    @Test
    void aPausedRunReadsFromOneRunUntilAnother() {
        job("bm-paused");
        String first = start("bm-paused", Map.of());
        commit(first, 0, "{\"a\":{\"n\":1}}");
        stop("bm-paused", first);
        String second = start("bm-paused", Map.of());
        commit(second, 2, "{\"a\":{\"n\":2}}");
        stop("bm-paused", second);

        String paused = start(
                "bm-paused",
                Map.of(OPTION, "job-bookmark-pause", "--job-bookmark-from", first, "--job-bookmark-to", second));

        assertThat(read(paused))
                .contains("\"n\":1", "\"option\":\"job-bookmark-pause\"")
                .contains("\"until\":\"" + lake.run("bm-paused", second).startedOn());
        assertThat(commit(paused, 2, "{}")).isEqualTo(400);
        assertThat(entry("bm-paused", null).runId()).isEqualTo(second);
        stop("bm-paused", paused);
    }

    @Test
    void aBookmarkEndsWithItsJob() {
        job("bm-ends");
        String run = start("bm-ends", Map.of());
        commit(run, 0, "{\"a\":{}}");
        stop("bm-ends", run);

        glue.deleteJob(delete -> delete.jobName("bm-ends"));
        job("bm-ends");

        assertThatThrownBy(() -> entry("bm-ends", null))
                .isInstanceOf(EntityNotFoundException.class)
                .hasMessage("Continuation for job bm-ends not found");
        assertThatThrownBy(() -> glue.resetJobBookmark(reset -> reset.jobName("bm-ends")))
                .isInstanceOf(EntityNotFoundException.class);
    }

    private void job(String name) {
        lake.job(name, SLEEPS, job -> job.defaultArguments(Map.of(OPTION, "job-bookmark-enable")));
    }

    /** Starts a run, and waits until its driver is on: only then the run has its secret. */
    private String start(String job, Map<String, String> arguments) {
        String id = lake.start(job, start -> start.arguments(arguments));
        lake.await(job, id, JobRunState.RUNNING);
        return id;
    }

    private void stop(String job, String run) {
        glue.batchStopJobRun(stop -> stop.jobName(job).jobRunIds(run));
        lake.end(job, run);
    }

    private String token(String run) {
        return lake.token(run).orElseThrow();
    }

    private String read(String run) {
        BookmarkDoor.Answer answer = lake.bookmarks().read(run, token(run));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private int commit(String run, int version, String bookmark) {
        return lake.bookmarks()
                .commit(run, token(run), "{\"version\":" + version + ",\"bookmark\":" + bookmark + "}")
                .status();
    }

    private JobBookmarkEntry entry(String job, String run) {
        return glue.getJobBookmark(get -> get.jobName(job).runId(run)).jobBookmarkEntry();
    }
}
