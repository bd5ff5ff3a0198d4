package io.laguna.glue.job;

import io.laguna.glue.bookmark.BookmarkOption;
import io.laguna.glue.bookmark.Bookmarks;
import io.laguna.glue.bookmark.HttpBookmarkStore;
import io.laguna.glue.context.GlueContext;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The beginning and the end of a job's work, between which its sources heed the bookmark. The bookmark is behind the
 * address of the configuration {@code spark.glue.bookmark.url}; without it bookmarks are off.
 */
public final class GlueJob {
    private static final Logger LOG = LoggerFactory.getLogger(GlueJob.class);
    private static final String ADDRESS = "spark.glue.bookmark.url";
    private static final String TOKEN = "GLUE_BOOKMARK_TOKEN";

    private final GlueContext context;
    private boolean initialized;

    public GlueJob(GlueContext context) {
        this.context = context;
    }

    /** Begins the work of a job: from now on sources with a {@code transformation_ctx} heed the bookmark. */
    public void init(String name, Map<String, String> arguments) throws IOException {
        initialized = true;
        BookmarkOption option =
                BookmarkOption.of(arguments.getOrDefault("job_bookmark_option", "job-bookmark-disable"));
        context.setBookmarks(option == BookmarkOption.DISABLE ? Optional.empty() : open(name, option));
    }

    private Optional<Bookmarks> open(String name, BookmarkOption option) throws IOException {
        Optional<String> address =
                Optional.ofNullable(context.sparkSession().conf().get(ADDRESS, null));
        if (address.isEmpty()) {
            LOG.warn("{}: job bookmarks are off, since {} names no place for them", name, ADDRESS);
            return Optional.empty();
        }
        String token = Optional.ofNullable(System.getenv(TOKEN)).orElse("");
        return Optional.of(Bookmarks.open(
                new HttpBookmarkStore(URI.create(address.get()), token), option == BookmarkOption.PAUSE));
    }

    public boolean isInitialized() {
        return initialized;
    }

    /** Ends the work: what the sources have read is remembered. A job that was not begun has nothing to remember. */
    public void commit() throws IOException {
        Optional<Bookmarks> bookmarks = context.bookmarks();
        if (bookmarks.isPresent()) {
            bookmarks.get().commit();
        }
    }
}
