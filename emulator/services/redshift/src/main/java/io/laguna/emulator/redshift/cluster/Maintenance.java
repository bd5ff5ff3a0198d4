package io.laguna.emulator.redshift.cluster;

import io.laguna.emulator.redshift.request.Failures;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.redshift.model.DeferredMaintenanceWindow;
import software.amazon.awssdk.services.redshift.model.ModifyClusterMaintenanceRequest;

/** The times in which a cluster is not to be maintained. */
final class Maintenance {
    private static final int MOST_DAYS = 45;

    private Maintenance() {}

    static DeferredMaintenanceWindow deferred(ModifyClusterMaintenanceRequest request) {
        Instant start = Optional.ofNullable(request.deferMaintenanceStartTime())
                .orElseThrow(() -> Failures.combination("DeferMaintenanceStartTime must be specified."));
        Instant end = Optional.ofNullable(request.deferMaintenanceEndTime())
                .or(() -> Optional.ofNullable(request.deferMaintenanceDuration())
                        .map(days -> start.plus(Duration.ofDays(days))))
                .orElseThrow(() ->
                        Failures.combination("DeferMaintenanceEndTime or DeferMaintenanceDuration must be specified."));
        if (end.isBefore(start) || end.isAfter(start.plus(Duration.ofDays(MOST_DAYS)))) {
            throw Failures.parameter("Maintenance can be deferred for at most " + MOST_DAYS + " days.");
        }
        return DeferredMaintenanceWindow.builder()
                .deferMaintenanceIdentifier(Optional.ofNullable(request.deferMaintenanceIdentifier())
                        .orElseGet(() -> "dfm-" + UUID.randomUUID().toString().substring(0, 20)))
                .deferMaintenanceStartTime(start)
                .deferMaintenanceEndTime(end)
                .build();
    }
}
