package io.laguna.emulator.logs;

import io.laguna.emulator.kit.Caller;
import java.util.Optional;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogStream;

/**
 * A log stream in the state; times are milliseconds since 1970.
 *
 * @param firstEvent empty while the stream has no event, and so are the others
 */
record StreamRecord(
        long id,
        String name,
        long createdAt,
        Optional<Long> firstEvent,
        Optional<Long> lastEvent,
        Optional<Long> lastIngestion) {
    /** Returns the key by which streams are in the order of their last events: those without one come first. */
    String lastEventKey() {
        return "%020d/%s".formatted(lastEvent.orElse(0L), name);
    }

    LogStream shape(Caller caller, String group) {
        return LogStream.builder()
                .logStreamName(name)
                .creationTime(createdAt)
                .firstEventTimestamp(firstEvent.orElse(null))
                .lastEventTimestamp(lastEvent.orElse(null))
                .lastIngestionTime(lastIngestion.orElse(null))
                .uploadSequenceToken(Long.toString(id))
                .arn(GroupRecord.arn(caller, group) + ":log-stream:" + name)
                .build();
    }
}
