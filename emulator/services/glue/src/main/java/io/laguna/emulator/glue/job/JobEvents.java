package io.laguna.emulator.glue.job;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.laguna.emulator.kit.event.Event;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The events that tell of runs.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/automating-awsglue-with-cloudwatch-events.html">Glue's events</a>
 */
final class JobEvents {
    private JobEvents() {}

    /** Returns the event of a run that has ended. */
    static Event ended(RunRecord run) {
        ObjectNode detail = JsonNodeFactory.instance
                .objectNode()
                .put("jobName", run.key().name())
                .put("severity", severity(run))
                .put("state", run.run().jobRunStateAsString())
                .put("jobRunId", run.id())
                .put("message", message(run));
        return Event.of(
                "aws.glue", "Glue Job State Change", run.caller(), run.run().completedOn(), List.of(), detail);
    }

    /** Returns the event of a run that has not ended after the minutes that its notification property says. */
    static Event delayed(RunRecord run, Instant now) {
        ObjectNode detail = JsonNodeFactory.instance.objectNode();
        detail.put("jobName", run.key().name()).put("severity", "INFO");
        detail.putObject("notificationCondition")
                .put("NotifyDelayAfter", run.delayAfter().orElseThrow().doubleValue());
        detail.put("state", run.run().jobRunStateAsString())
                .put("jobRunId", run.id())
                .put("message", "Job is in " + run.state() + " state")
                .put("startedOn", run.run().startedOn().toString());
        return Event.of("aws.glue", "Glue Job Run Status", run.caller(), now, List.of(), detail);
    }

    private static String severity(RunRecord run) {
        return switch (run.state()) {
            case FAILED, ERROR -> "ERROR";
            case TIMEOUT, EXPIRED -> "WARN";
            case SUCCEEDED, STOPPED, STARTING, RUNNING, STOPPING, WAITING, UNKNOWN_TO_SDK_VERSION -> "INFO";
        };
    }

    private static String message(RunRecord run) {
        return switch (run.state()) {
            case SUCCEEDED -> "Job run succeeded";
            case STOPPED -> "Job run stopped";
            case TIMEOUT -> "Job run timed out";
            case FAILED, ERROR, EXPIRED, STARTING, RUNNING, STOPPING, WAITING, UNKNOWN_TO_SDK_VERSION -> Optional
                    .ofNullable(run.run().errorMessage())
                    .orElse("");
        };
    }
}
