package io.laguna.glue.bookmark;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/** The place where a job's bookmark is kept between its runs. */
public interface BookmarkStore {

    /**
     * A bookmark as it was read.
     *
     * @param runStart when this run has started, by the store's clock
     * @param states what is known of each context
     * @param until for a paused bookmark: files that are newer are not read
     * @param upTo what was known of each context then: rows behind that are not read
     */
    record Loaded(
            long version, Instant runStart, ObjectNode states, Optional<Instant> until, Optional<ObjectNode> upTo) {}

    Loaded load() throws IOException;

    /**
     * Stores all states at once.
     *
     * @throws VersionMismatchException when another run has stored its own since the version was read
     */
    void save(long version, ObjectNode states) throws IOException;
}
