package io.laguna.emulator.redshift;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.request.Page;
import io.laguna.emulator.kit.state.State;
import io.laguna.emulator.redshift.record.EventRecords;
import io.laguna.emulator.redshift.request.Constraints;
import io.laguna.emulator.redshift.request.Failures;
import io.laguna.emulator.redshift.request.Room;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.redshift.model.DescribeEventsRequest;
import software.amazon.awssdk.services.redshift.model.DescribeEventsResponse;
import software.amazon.awssdk.services.redshift.model.Event;
import software.amazon.awssdk.services.redshift.model.SourceType;

/**
 * The list of what has happened to clusters and snapshots: by default in the last hour.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/APIReference/API_DescribeEvents.html">DescribeEvents</a>
 */
final class Events extends Room {
    private static final int MOST_RECORDS = 100;
    private static final int MINUTES = 60;

    private final Caller caller;
    private final State state;
    private final Clock clock;

    Events(Caller caller, State state, Clock clock) {
        this.caller = caller;
        this.state = state;
        this.clock = clock;
    }

    @Override
    public DescribeEventsResponse describeEvents(DescribeEventsRequest request) {
        new Constraints()
                .text("SourceIdentifier", request.sourceIdentifier())
                .oneOf("SourceType", request.sourceTypeAsString(), SourceType.knownValues())
                .range("Duration", request.duration(), 0, Integer.MAX_VALUE)
                .maxRecords(request.maxRecords())
                .check();
        if (request.sourceIdentifier() != null && request.sourceType() == null) {
            throw Failures.combination("SourceType must be specified with SourceIdentifier.");
        }
        Instant to = Optional.ofNullable(request.endTime()).orElse(clock.instant());
        Duration lasting =
                Duration.ofMinutes(Optional.ofNullable(request.duration()).orElse(MINUTES));
        Instant from = Optional.ofNullable(request.startTime()).orElse(to.minus(lasting));
        List<Event> numbered = state.read(handle -> new EventRecords(handle).between(caller, from, to)).stream()
                .filter(event -> request.sourceType() == null || event.sourceType() == request.sourceType())
                .filter(event -> request.sourceIdentifier() == null
                        || event.sourceIdentifier().equals(request.sourceIdentifier()))
                .toList();
        List<Event> all = new ArrayList<>(numbered);
        Page<Event> page = Page.ofOrdered(
                all,
                event -> event.date() + " " + event.sourceIdentifier() + " " + event.message(),
                request.marker(),
                Page.size(request.maxRecords(), MOST_RECORDS),
                Failures::badMarker);
        return DescribeEventsResponse.builder()
                .events(page.entries())
                .marker(page.nextToken().orElse(null))
                .build();
    }
}
