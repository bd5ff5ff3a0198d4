package io.laguna.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.glue.model.JobRun;
import software.amazon.awssdk.services.glue.model.JobRunState;

/** Tests of a job's bookmark through AWS's clients, run after run. */
@Tag("slow")
@NeedsPython
@ExtendWith(SharedLake.class)
class GlueBookmarksSystemTest {
    private final BookmarkedJob job;

    GlueBookmarksSystemTest(SharedLake.Running running) {
        this.job = new BookmarkedJob(running.lake().glue(), running.lake().s3());
    }

    @Test
    void everyRunReadsWhatIsNewToIt() {
        job.make();
        job.put("a");
        String first = run("a", Map.of());
        job.put("b");
        job.put("a", "a2");
        fail("a2 b");
        String second = run("a2 b", Map.of());
        job.delete("a");
        job.put("c");
        String third = run("c", Map.of());
        run(
                "b",
                Map.of(
                        "--job-bookmark-option",
                        "job-bookmark-pause",
                        "--job-bookmark-from",
                        first,
                        "--job-bookmark-to",
                        second));
        run("", Map.of());

        job.glue().resetJobBookmark(reset -> reset.jobName(BookmarkedJob.NAME).runId(second));
        run("c", Map.of());
        job.glue().resetJobBookmark(reset -> reset.jobName(BookmarkedJob.NAME));
        run("b c", Map.of());

        assertThat(job.glue()
                        .getJobBookmark(get -> get.jobName(BookmarkedJob.NAME).runId(third))
                        .jobBookmarkEntry()
                        .previousRunId())
                .isEqualTo(second);
    }

    private String run(String expected, Map<String, String> arguments) {
        String id = job.start(arguments);
        JobRun run = job.end(id);
        assertThat(run.jobRunState()).as(run.errorMessage()).isEqualTo(JobRunState.SUCCEEDED);
        assertThat(job.read(id)).isEqualTo(expected);
        return id;
    }

    private void fail(String expected) {
        String id = job.start(Map.of("--fails", "yes"));
        assertThat(job.end(id).errorMessage()).endsWith("SystemExit: as asked");
        assertThat(job.read(id)).isEqualTo(expected);
    }
}
