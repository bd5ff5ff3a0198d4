package io.laguna.emulator.scheduler;

import java.time.Instant;

/**
 * The attributes by which a schedule's input can name the invocation itself.
 *
 * <p>https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-schedule-context-attributes.html
 */
final class ContextAttributes {
    private ContextAttributes() {}

    /** Returns the input for one attempt, counted from 1. */
    static String fill(String input, String arn, Instant scheduled, String execution, int attempt) {
        return input.replace("<aws.scheduler.schedule-arn>", arn)
                .replace("<aws.scheduler.scheduled-time>", scheduled.toString())
                .replace("<aws.scheduler.execution-id>", execution)
                .replace("<aws.scheduler.attempt-number>", Integer.toString(attempt));
    }

    /** Returns the input of an example attempt, to see whether it can be read. */
    static String sample(String input) {
        return fill(input, "arn", Instant.EPOCH, "execution", 1);
    }
}
