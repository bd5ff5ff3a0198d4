package io.laguna.glue.context;

import io.laguna.glue.bookmark.Bookmarks;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;

/**
 * A job's view of its Spark. Frames hold it, so it holds none of them: sources and sinks, which know both, take it as a
 * parameter.
 */
public final class GlueContext {
    private final SparkSession session;
    private Optional<Bookmarks> bookmarks = Optional.empty();

    public GlueContext(SparkSession session) {
        this.session = session;
    }

    public SparkSession sparkSession() {
        return session;
    }

    /** Returns the bookmark of this run, when the job has been initialized with bookmarks on. */
    public synchronized Optional<Bookmarks> bookmarks() {
        return bookmarks;
    }

    /** Sets the bookmark that sources made from now on heed. */
    public synchronized void setBookmarks(Optional<Bookmarks> ofRun) {
        bookmarks = ofRun;
    }
}
