package io.laguna.emulator.logs;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.state.State;
import io.laguna.emulator.logs.pattern.FilterPattern;
import io.laguna.emulator.logs.pattern.InvalidPatternException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilterLogEventsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilterLogEventsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilteredLogEvent;

/**
 * The search for events in the streams of a group.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_FilterLogEvents.html">API</a>
 */
final class LogFilter extends Room {
    private static final int LARGEST = 10_000;
    private static final int MOST_STREAMS = 100;
    private static final int CHUNK = 10_000;
    private static final int MOST_CHUNKS = 100;

    private final Caller caller;
    private final State state;

    LogFilter(Caller caller, State state) {
        this.caller = caller;
        this.state = state;
    }

    @Override
    public FilterLogEventsResponse filterLogEvents(FilterLogEventsRequest request) {
        Constraints constraints = new Constraints()
                .optionalGroup("logGroupName", request.logGroupName())
                .optionalStream("logStreamNamePrefix", request.logStreamNamePrefix())
                .range("startTime", request.startTime(), 0, Long.MAX_VALUE)
                .range("endTime", request.endTime(), 0, Long.MAX_VALUE)
                .length("filterPattern", request.filterPattern(), 0, 1024)
                .token("nextToken", request.nextToken())
                .range("limit", request.limit(), 1, LARGEST)
                .size("logStreamNames", request.logStreamNames(), 0, MOST_STREAMS);
        request.logStreamNames().forEach(name -> constraints.optionalStream("logStreamNames", name));
        constraints.check();
        if (request.hasLogStreamNames() && request.logStreamNamePrefix() != null) {
            throw Failures.invalid("logStreamNames and logStreamNamePrefix are mutually exclusive parameters.");
        }
        String name = GroupName.of(request.logGroupName(), request.logGroupIdentifier());
        FilterPattern pattern = pattern(request.filterPattern());
        Event.Place from = Optional.ofNullable(request.nextToken())
                .map(token -> Event.Place.read(token).orElseThrow(Failures::badToken))
                .orElse(Event.Place.BEGIN);
        int most = Optional.ofNullable(request.limit()).orElse(LARGEST);
        Found found = search(span(name, request), from, pattern, most);
        return FilterLogEventsResponse.builder()
                .events(found.events().stream().map(LogFilter::shape).toList())
                .searchedLogStreams(List.of())
                .nextToken(found.next().map(Event.Place::token).orElse(null))
                .build();
    }

    /**
     * The events that were found.
     *
     * @param next the place up to which was searched; empty when there is nothing behind it
     */
    private record Found(List<Event> events, Optional<Event.Place> next) {}

    private Found search(EventRecords.Span span, Event.Place from, FilterPattern pattern, int most) {
        List<Event> events = new ArrayList<>();
        Event.Place place = from;
        for (int chunk = 0; chunk < MOST_CHUNKS; chunk++) {
            Event.Place behind = place;
            List<Event> next = state.read(handle -> new EventRecords(handle).after(span, behind, CHUNK));
            for (Event event : next) {
                place = event.place();
                if (pattern.matches(event.message())) {
                    events.add(event);
                    if (events.size() == most) {
                        return new Found(events, Optional.of(place));
                    }
                }
            }
            if (next.size() < CHUNK) {
                return new Found(events, Optional.empty());
            }
        }
        return new Found(events, Optional.of(place));
    }

    private EventRecords.Span span(String name, FilterLogEventsRequest request) {
        String prefix = Optional.ofNullable(request.logStreamNamePrefix()).orElse("");
        List<StreamRecord> streams = state.read(handle -> {
            LogRecords records = new LogRecords(handle);
            return records.streams(
                    records.group(caller, name).orElseThrow(Failures::noGroup).id());
        });
        if (!streams.stream().map(StreamRecord::name).toList().containsAll(request.logStreamNames())) {
            throw Failures.noStream();
        }
        long until = Optional.ofNullable(request.endTime()).orElse(Long.MAX_VALUE - 1);
        return new EventRecords.Span(
                streams.stream()
                        .filter(stream -> stream.name().startsWith(prefix))
                        .filter(stream -> !request.hasLogStreamNames()
                                || request.logStreamNames().contains(stream.name()))
                        .map(StreamRecord::id)
                        .toList(),
                Optional.ofNullable(request.startTime()).orElse(0L),
                // "Events with a timestamp later than this time are not returned."
                Math.min(until, Long.MAX_VALUE - 1) + 1);
    }

    private static FilterPattern pattern(String text) {
        try {
            return FilterPattern.of(Optional.ofNullable(text).orElse(""));
        } catch (InvalidPatternException e) {
            throw Failures.invalid("Invalid filter pattern: " + e.getMessage());
        }
    }

    private static FilteredLogEvent shape(Event event) {
        return FilteredLogEvent.builder()
                .eventId("%056d".formatted(event.place().id()))
                .logStreamName(event.stream())
                .timestamp(event.place().time())
                .ingestionTime(event.ingested())
                .message(event.message())
                .build();
    }
}
