package io.laguna.emulator.logs;

import io.laguna.emulator.kit.Caller;
import java.util.Optional;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogGroup;

/**
 * A log group in the state.
 *
 * @param createdAt milliseconds since 1970
 * @param retention days; empty for ever
 */
record GroupRecord(
        long id,
        String name,
        long createdAt,
        Optional<Integer> retention,
        String logClass,
        long storedBytes,
        int metricFilters) {
    static String arn(Caller caller, String name) {
        return caller.arn("logs", "log-group:" + name);
    }

    LogGroup shape(Caller caller) {
        return LogGroup.builder()
                .logGroupName(name)
                .creationTime(createdAt)
                .retentionInDays(retention.orElse(null))
                .metricFilterCount(metricFilters)
                .arn(arn(caller, name) + ":*")
                .logGroupArn(arn(caller, name))
                .storedBytes(storedBytes)
                .logGroupClass(logClass)
                .build();
    }
}
