package io.laguna.emulator.glue.workflow.chain;

import io.laguna.emulator.kit.Caller;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.services.glue.model.Crawl;

/** The crawls that triggers start. */
public interface Crawls {
    /**
     * Starts a crawler.
     *
     * @throws software.amazon.awssdk.services.glue.model.GlueException when it is not there, or runs already
     */
    void start(Caller owner, String crawler);

    /** Stops a crawler; one that does not run stays as it is. */
    void stop(Caller owner, String crawler);

    /** Returns the first crawl of a crawler that has begun at or after a time; empty while there is none. */
    Optional<Crawl> since(Caller owner, String crawler, Instant time);
}
