package io.laguna.emulator.events;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.request.Page;
import io.laguna.emulator.kit.state.State;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.eventbridge.model.CreateEventBusRequest;
import software.amazon.awssdk.services.eventbridge.model.CreateEventBusResponse;
import software.amazon.awssdk.services.eventbridge.model.DeleteEventBusRequest;
import software.amazon.awssdk.services.eventbridge.model.DeleteEventBusResponse;
import software.amazon.awssdk.services.eventbridge.model.DescribeEventBusRequest;
import software.amazon.awssdk.services.eventbridge.model.DescribeEventBusResponse;
import software.amazon.awssdk.services.eventbridge.model.EventBus;
import software.amazon.awssdk.services.eventbridge.model.Level;
import software.amazon.awssdk.services.eventbridge.model.ListEventBusesRequest;
import software.amazon.awssdk.services.eventbridge.model.ListEventBusesResponse;
import software.amazon.awssdk.services.eventbridge.model.LogConfig;
import software.amazon.awssdk.services.eventbridge.model.UpdateEventBusRequest;
import software.amazon.awssdk.services.eventbridge.model.UpdateEventBusResponse;

/**
 * The operations on event buses.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_CreateEventBus.html">CreateEventBus</a>
 */
final class Buses extends Room {
    private static final int PAGE = 100;
    private static final String WITHOUT = "Laguna makes event buses without partners, keys, dead letters and logs.";

    private final Caller caller;
    private final State state;
    private final Clock clock;

    Buses(Caller caller, State state, Clock clock) {
        this.caller = caller;
        this.state = state;
        this.clock = clock;
    }

    @Override
    public CreateEventBusResponse createEventBus(CreateEventBusRequest request) {
        String name = Optional.ofNullable(request.name())
                .orElseThrow(() -> Failures.parameter("Name", "it is a required argument."));
        if (!name.matches("[.A-Za-z0-9_-]{1,256}")) {
            throw Failures.parameter("Name", "it may have letters, digits and . - _ only.");
        }
        if (request.eventSourceName() != null || request.kmsKeyIdentifier() != null || isUnknown(request)) {
            throw Failures.validation(WITHOUT);
        }
        new Constraints().length("description", request.description(), 0, 512).check();
        Optional<String> description = Optional.ofNullable(request.description());
        Map<String, String> tags = Tags.map(request.tags());
        BusRecord made = state.write(transaction -> {
            BusRecord bus = new BusRecords(transaction)
                    .insert(caller, name, description, clock.instant())
                    .filter(each -> !name.equals(BusRecord.DEFAULT))
                    .orElseThrow(() -> Failures.exists(name));
            new RuleRecords(transaction).tags().put(bus.arn(), tags);
            return bus;
        });
        return CreateEventBusResponse.builder()
                .eventBusArn(made.arn())
                .description(made.description().orElse(null))
                .build();
    }

    /** Tells whether a request asks for more than Laguna does; that a log is off is no more. */
    private static boolean isUnknown(SdkPojo request) {
        return request.sdkFields().stream()
                .filter(field -> Set.of("DeadLetterConfig", "LogConfig").contains(field.memberName()))
                .map(field -> field.getValueOrDefault(request))
                .anyMatch(value -> value != null && !(value instanceof LogConfig log && Level.OFF == log.level()));
    }

    @Override
    public UpdateEventBusResponse updateEventBus(UpdateEventBusRequest request) {
        boolean hasKey = request.kmsKeyIdentifier() != null
                && !request.kmsKeyIdentifier().isEmpty();
        if (hasKey || isUnknown(request)) {
            throw Failures.validation(WITHOUT);
        }
        new Constraints().length("description", request.description(), 0, 512).check();
        BusRecord changed = state.write(transaction -> {
            BusRecords buses = new BusRecords(transaction);
            BusRecord bus = buses.require(caller, request.name(), clock.instant());
            Optional<String> description = Optional.ofNullable(request.description());
            if (description.isPresent()) {
                buses.describe(bus.id(), description, clock.instant());
            }
            return buses.ofId(bus.id()).orElseThrow();
        });
        return UpdateEventBusResponse.builder()
                .arn(changed.arn())
                .name(changed.name())
                .description(changed.description().orElse(null))
                .build();
    }

    /** Deletes a bus without rules. One that is not there is passed over, as on AWS. */
    @Override
    public DeleteEventBusResponse deleteEventBus(DeleteEventBusRequest request) {
        BusName name = BusName.of(caller, request.name());
        if (name.name().equals(BusRecord.DEFAULT)) {
            throw Failures.validation("Cannot delete event bus default.");
        }
        state.write(transaction -> {
            BusRecords buses = new BusRecords(transaction);
            buses.find(name.owner(), name.name(), clock.instant()).ifPresent(bus -> {
                if (!new RuleRecords(transaction).of(bus).isEmpty()) {
                    throw Failures.validation("Event bus can't be deleted since it has rules.");
                }
                buses.delete(bus.id());
                new RuleRecords(transaction).tags().removeAll(bus.arn());
            });
            return name;
        });
        return DeleteEventBusResponse.builder().build();
    }

    @Override
    public DescribeEventBusResponse describeEventBus(DescribeEventBusRequest request) {
        BusRecord bus = state.write(
                transaction -> new BusRecords(transaction).require(caller, request.name(), clock.instant()));
        return DescribeEventBusResponse.builder()
                .name(bus.name())
                .arn(bus.arn())
                .description(bus.description().orElse(null))
                .policy(bus.policy().orElse(null))
                .creationTime(bus.createdAt())
                .lastModifiedTime(bus.changedAt())
                .build();
    }

    @Override
    public ListEventBusesResponse listEventBuses(ListEventBusesRequest request) {
        String prefix = Optional.ofNullable(request.namePrefix()).orElse("");
        List<BusRecord> buses = state.write(transaction -> {
            new BusRecords(transaction).find(caller, BusRecord.DEFAULT, clock.instant());
            return new BusRecords(transaction).all(caller);
        });
        Page<BusRecord> page = Page.ofSorted(
                buses.stream().filter(bus -> bus.name().startsWith(prefix)).toList(),
                BusRecord::name,
                request.nextToken(),
                Pages.size(request.limit(), PAGE),
                Pages::badToken);
        return ListEventBusesResponse.builder()
                .eventBuses(page.entries().stream()
                        .map(bus -> EventBus.builder()
                                .name(bus.name())
                                .arn(bus.arn())
                                .description(bus.description().orElse(null))
                                .policy(bus.policy().orElse(null))
                                .creationTime(bus.createdAt())
                                .lastModifiedTime(bus.changedAt())
                                .build())
                        .toList())
                .nextToken(page.nextToken().orElse(null))
                .build();
    }
}
