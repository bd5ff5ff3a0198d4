package io.laguna.glue.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.laguna.glue.SharedSpark;
import io.laguna.glue.bookmark.BookmarkServer;
import io.laguna.glue.context.GlueContext;
import java.io.IOException;
import java.util.Map;
import org.apache.spark.sql.RuntimeConfig;
import org.junit.jupiter.api.Test;

/** The beginning and the end of a job. */
class GlueJobTest {
    private static final Map<String, String> ENABLED = Map.of("job_bookmark_option", "job-bookmark-enable");

    private final GlueContext glue = SharedSpark.context();
    private final GlueJob job = new GlueJob(glue);

    @Test
    void aCommitWithoutABeginningIsNone() {
        assertThatCode(job::commit).doesNotThrowAnyException();
        assertThat(job.isInitialized()).isFalse();
    }

    @Test
    void bookmarksAreOffUnlessTheArgumentsAskForThem() throws IOException {
        job.init("--JOB_ID", Map.of());
        assertThat(job.isInitialized()).isTrue();
        assertThat(glue.bookmarks()).isEmpty();
    }

    @Test
    void bookmarksAreOffWhereNothingKeepsThem() throws IOException {
        job.init("job", ENABLED);
        assertThat(glue.bookmarks()).isEmpty();
        job.commit();
    }

    @Test
    void aRunWithoutItsTokenFailsAndDoesNotReadEverything() throws IOException {
        RuntimeConfig conf = glue.sparkSession().conf();
        try (BookmarkServer server = new BookmarkServer()) {
            conf.set("spark.glue.bookmark.url", server.address().toString());
            assertThatThrownBy(() -> job.init("job", ENABLED))
                    .hasMessage("The job bookmark cannot be read: status 403 forbidden");
        } finally {
            conf.unset("spark.glue.bookmark.url");
        }
    }

    @Test
    void anOptionThatIsNoneIsRefused() {
        assertThatThrownBy(() -> job.init("job", Map.of("job_bookmark_option", "on")))
                .hasMessage("No bookmark option: on");
    }
}
