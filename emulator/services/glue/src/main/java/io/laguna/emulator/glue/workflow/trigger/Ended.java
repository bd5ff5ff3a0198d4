package io.laguna.emulator.glue.workflow.trigger;

import software.amazon.awssdk.services.glue.model.Condition;

/**
 * The end of a job's run or of a crawl that a trigger has started.
 *
 * @param name the job's or the crawler's
 * @param state SUCCEEDED, FAILED …, of the last attempt
 * @param run the job's run; the crawl has no such name
 */
public record Ended(Kind kind, String name, String state, String run) {
    /** The kinds of things that a trigger can start. */
    public enum Kind {
        JOB,
        CRAWLER
    }

    /** Tells whether a condition is about this end. */
    boolean meets(Condition condition) {
        return switch (kind) {
            case JOB -> name.equals(condition.jobName()) && state.equals(condition.stateAsString());
            case CRAWLER -> name.equals(condition.crawlerName()) && state.equals(condition.crawlStateAsString());
        };
    }
}
