package io.laguna.emulator.logs;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.state.State;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetLogEventsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetLogEventsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.InputLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.OutputLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutLogEventsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutLogEventsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.RejectedLogEventsInfo;

/**
 * Writing to a stream, and reading one.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutLogEvents.html">PutLogEvents</a>
 */
final class LogEvents extends Room {
    private static final int LARGEST = 10_000;
    private static final int MOST_BYTES = 1_048_576;
    private static final long OVERHEAD = 26;
    private static final long OLDEST = Duration.ofDays(14).toMillis();
    private static final long NEWEST = Duration.ofHours(2).toMillis();
    private static final String FORWARD = "f/";
    private static final String BACKWARD = "b/";

    private final Caller caller;
    private final State state;
    private final Clock clock;

    LogEvents(Caller caller, State state, Clock clock) {
        this.caller = caller;
        this.state = state;
        this.clock = clock;
    }

    /** Writes events; those that are older than two weeks or more than two hours ahead are rejected and told. */
    @Override
    public PutLogEventsResponse putLogEvents(PutLogEventsRequest request) {
        Constraints constraints = new Constraints()
                .group("logGroupName", request.logGroupName()).stream("logStreamName", request.logStreamName())
                        .size("logEvents", request.logEvents(), 1, LARGEST)
                        .token("sequenceToken", request.sequenceToken());
        request.logEvents().forEach(event -> constraints
                .present("logEvents.timestamp", event.timestamp())
                .range("logEvents.timestamp", event.timestamp(), 0, Long.MAX_VALUE)
                .present("logEvents.message", event.message())
                .length("logEvents.message", event.message(), 1, MOST_BYTES));
        constraints.check();
        long bytes = request.logEvents().stream().mapToLong(LogEvents::bytes).sum();
        if (bytes > MOST_BYTES) {
            throw Failures.invalid("Upload too large: " + bytes + " bytes exceeds limit of " + MOST_BYTES);
        }
        List<Long> times =
                request.logEvents().stream().map(InputLogEvent::timestamp).toList();
        if (!times.equals(times.stream().sorted().toList())) {
            throw Failures.invalid("Log events in a single PutLogEvents request must be in chronological order.");
        }
        long now = clock.millis();
        List<EventRecords.New> taken = request.logEvents().stream()
                .filter(event -> event.timestamp() >= now - OLDEST && event.timestamp() <= now + NEWEST)
                .map(event -> new EventRecords.New(event.timestamp(), event.message()))
                .toList();
        long id = state.write(transaction -> {
            LogRecords records = new LogRecords(transaction);
            GroupRecord group = records.group(caller, request.logGroupName()).orElseThrow(Failures::noGroup);
            StreamRecord stream =
                    records.stream(group.id(), request.logStreamName()).orElseThrow(Failures::noStream);
            if (!taken.isEmpty()) {
                new EventRecords(transaction).insert(stream, taken, now);
                records.arrived(
                        group,
                        stream,
                        taken.get(0).time(),
                        taken.get(taken.size() - 1).time(),
                        now,
                        bytes);
            }
            return stream.id();
        });
        return PutLogEventsResponse.builder()
                .nextSequenceToken(Long.toString(id))
                .rejectedLogEventsInfo(rejected(times, now).orElse(null))
                .build();
    }

    /** Returns a part of a stream: the latest, or the first, or what is next to where a token was given out. */
    @Override
    public GetLogEventsResponse getLogEvents(GetLogEventsRequest request) {
        new Constraints()
                .optionalGroup("logGroupName", request.logGroupName()).stream("logStreamName", request.logStreamName())
                        .range("startTime", request.startTime(), 0, Long.MAX_VALUE)
                        .range("endTime", request.endTime(), 0, Long.MAX_VALUE)
                        .token("nextToken", request.nextToken())
                        .range("limit", request.limit(), 1, LARGEST)
                        .check();
        String name = GroupName.of(request.logGroupName(), request.logGroupIdentifier());
        List<Event> events = state.read(handle -> events(handle, name, request));
        Event.Place here = asked(request).orElse(Event.Place.BEGIN);
        Event.Place first = events.isEmpty() ? here : events.get(0).place();
        Event.Place last =
                events.isEmpty() ? here : events.get(events.size() - 1).place();
        return GetLogEventsResponse.builder()
                .events(events.stream()
                        .map(event -> OutputLogEvent.builder()
                                .timestamp(event.place().time())
                                .message(event.message())
                                .ingestionTime(event.ingested())
                                .build())
                        .toList())
                .nextForwardToken(FORWARD + last.token())
                .nextBackwardToken(BACKWARD + first.token())
                .build();
    }

    private List<Event> events(Handle handle, String name, GetLogEventsRequest request) {
        LogRecords records = new LogRecords(handle);
        GroupRecord group = records.group(caller, name).orElseThrow(Failures::noGroup);
        StreamRecord stream =
                records.stream(group.id(), request.logStreamName()).orElseThrow(Failures::noStream);
        EventRecords.Span span = new EventRecords.Span(
                List.of(stream.id()),
                Optional.ofNullable(request.startTime()).orElse(0L),
                Optional.ofNullable(request.endTime()).orElse(Long.MAX_VALUE));
        int most = Optional.ofNullable(request.limit()).orElse(LARGEST);
        EventRecords all = new EventRecords(handle);
        Optional<Event.Place> place = asked(request);
        if (place.isPresent()) {
            return request.nextToken().startsWith(FORWARD)
                    ? all.after(span, place.get(), most)
                    : all.before(span, place.get(), most);
        }
        return Optional.ofNullable(request.startFromHead()).orElse(false)
                ? all.after(span, Event.Place.BEGIN, most)
                : all.before(span, Event.Place.END, most);
    }

    private static Optional<Event.Place> asked(GetLogEventsRequest request) {
        return Optional.ofNullable(request.nextToken()).map(token -> Optional.of(token)
                .filter(given -> given.startsWith(FORWARD) || given.startsWith(BACKWARD))
                .flatMap(given -> Event.Place.read(given.substring(FORWARD.length())))
                .orElseThrow(Failures::badToken));
    }

    private static Optional<RejectedLogEventsInfo> rejected(List<Long> times, long now) {
        int old = (int) times.stream().filter(time -> time < now - OLDEST).count();
        int fresh = (int) times.stream().filter(time -> time > now + NEWEST).count();
        if (old == 0 && fresh == 0) {
            return Optional.empty();
        }
        return Optional.of(RejectedLogEventsInfo.builder()
                .tooOldLogEventEndIndex(old == 0 ? null : old)
                .tooNewLogEventStartIndex(fresh == 0 ? null : times.size() - fresh)
                .build());
    }

    /** Returns the size that counts: "the sum of all event messages in UTF-8, plus 26 bytes for each log event". */
    private static long bytes(InputLogEvent event) {
        return event.message().getBytes(StandardCharsets.UTF_8).length + OVERHEAD;
    }
}
