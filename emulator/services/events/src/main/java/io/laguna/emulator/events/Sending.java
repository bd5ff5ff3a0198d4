package io.laguna.emulator.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.state.State;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequest;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResponse;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResultEntry;
import software.amazon.awssdk.services.eventbridge.model.TestEventPatternRequest;
import software.amazon.awssdk.services.eventbridge.model.TestEventPatternResponse;

/**
 * The operations that take events, and try patterns on them.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html">PutEvents</a>
 */
final class Sending extends Room {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_ENTRIES = 10;
    private static final int LARGEST = 1_048_576;
    private static final List<String> OF_EVENTS =
            List.of("id", "detail-type", "source", "account", "time", "region", "resources", "detail");

    private final Caller caller;
    private final State state;
    private final Clock clock;
    private final Deliveries deliveries;

    Sending(Caller caller, State state, Clock clock, Deliveries deliveries) {
        this.caller = caller;
        this.state = state;
        this.clock = clock;
        this.deliveries = deliveries;
    }

    /** Takes events. Each entry is taken or refused for itself, as on AWS. */
    @Override
    public PutEventsResponse putEvents(PutEventsRequest request) {
        if (request.entries().isEmpty() || request.entries().size() > MOST_ENTRIES) {
            throw Failures.validation("1 validation error detected: Value at 'entries' failed to satisfy constraint:"
                    + " Member must have length between 1 and 10, inclusive");
        }
        if (request.endpointId() != null) {
            throw Failures.validation("EndpointId is not implemented by Laguna: a lake has no global endpoints.");
        }
        long bytes = request.entries().stream().mapToLong(Sending::bytes).sum();
        if (bytes >= LARGEST) {
            throw Failures.validation("Total size of the entries in the request is over the limit.");
        }
        List<PutEventsResultEntry> results = new ArrayList<>();
        state.write(transaction -> {
            BusRecords buses = new BusRecords(transaction);
            Matching matching = new Matching(transaction, deliveries);
            Map<BusName, Optional<BusRecord>> found = new HashMap<>();
            Function<BusName, Optional<BusRecord>> bus =
                    name -> found.computeIfAbsent(name, each -> buses.find(each.owner(), each.name(), clock.instant()));
            request.entries().forEach(entry -> results.add(put(matching, bus, entry)));
            matching.keep();
            return results;
        });
        deliveries.wake();
        return PutEventsResponse.builder()
                .entries(results)
                .failedEntryCount((int) results.stream()
                        .filter(result -> result.errorCode() != null)
                        .count())
                .build();
    }

    private static long bytes(PutEventsRequestEntry entry) {
        return Stream.concat(
                        Stream.of(entry.source(), entry.detailType(), entry.detail())
                                .filter(text -> text != null),
                        entry.resources().stream())
                .mapToLong(text -> text.getBytes(StandardCharsets.UTF_8).length)
                .sum();
    }

    private PutEventsResultEntry put(
            Matching matching, Function<BusName, Optional<BusRecord>> buses, PutEventsRequestEntry entry) {
        Optional<PutEventsResultEntry> refusal = refusal(entry);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Instant now = clock.instant();
        BusName name = BusName.of(caller, entry.eventBusName());
        Optional<BusRecord> bus = buses.apply(name);
        if (bus.isEmpty()) {
            return refused("InvalidArgument", "Event bus " + name.name() + " does not exist.");
        }
        String id = UUID.randomUUID().toString();
        ObjectNode event = JSON.createObjectNode()
                .put("version", "0")
                .put("id", id)
                .put("detail-type", entry.detailType())
                .put("source", entry.source())
                .put("account", caller.accountId())
                .put(
                        "time",
                        Optional.ofNullable(entry.time())
                                .orElse(now)
                                .truncatedTo(ChronoUnit.SECONDS)
                                .toString())
                .put("region", caller.region());
        entry.resources().forEach(event.putArray("resources")::add);
        event.set("detail", read(entry.detail()).orElseThrow());
        matching.put(bus.get(), event);
        return PutEventsResultEntry.builder().eventId(id).build();
    }

    private static Optional<PutEventsResultEntry> refusal(PutEventsRequestEntry entry) {
        if (entry.source() == null || entry.source().isEmpty()) {
            return Optional.of(required("Source"));
        }
        if (entry.detailType() == null || entry.detailType().isEmpty()) {
            return Optional.of(required("DetailType"));
        }
        if (entry.detail() == null || entry.detail().isEmpty()) {
            return Optional.of(required("Detail"));
        }
        if (entry.source().startsWith("aws.")) {
            return Optional.of(refused("NotAuthorizedForSourceException", "Not authorized for the source."));
        }
        return read(entry.detail()).filter(JsonNode::isObject).isEmpty()
                ? Optional.of(refused("MalformedDetail", "Detail is malformed."))
                : Optional.empty();
    }

    private static PutEventsResultEntry required(String member) {
        return refused(
                "InvalidArgument",
                "Parameter " + member + " is not valid. Reason: " + member + " is a required argument.");
    }

    private static PutEventsResultEntry refused(String code, String message) {
        return PutEventsResultEntry.builder()
                .errorCode(code)
                .errorMessage(message)
                .build();
    }

    private static Optional<JsonNode> read(String json) {
        try {
            return json.indexOf('\0') >= 0 ? Optional.empty() : Optional.of(JSON.readTree(json));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    @Override
    public TestEventPatternResponse testEventPattern(TestEventPatternRequest request) {
        String pattern = Optional.ofNullable(request.eventPattern())
                .orElseThrow(() -> Failures.parameter("EventPattern", "it is a required argument."));
        Rules.checkPattern(pattern);
        JsonNode event = Optional.ofNullable(request.event())
                .flatMap(Sending::read)
                .filter(JsonNode::isObject)
                .orElseThrow(() -> Failures.parameter("Event", "Event must be a JSON object."));
        OF_EVENTS.stream().filter(member -> !event.has(member)).findFirst().ifPresent(member -> {
            throw Failures.parameter("Event", member + " is required.");
        });
        return TestEventPatternResponse.builder()
                .result(Matching.matches(pattern, event))
                .build();
    }
}
