package io.laguna.emulator.lambda.source;

import io.laguna.emulator.kit.shape.Shapes;
import io.laguna.emulator.lambda.record.FunctionContext;
import io.laguna.emulator.lambda.record.Version;
import io.laguna.emulator.lambda.request.Failures;
import io.laguna.emulator.lambda.request.FunctionName;
import io.laguna.emulator.lambda.request.Peers;
import io.laguna.emulator.lambda.request.Room;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.lambda.model.CreateEventSourceMappingRequest;
import software.amazon.awssdk.services.lambda.model.CreateEventSourceMappingResponse;
import software.amazon.awssdk.services.lambda.model.DeleteEventSourceMappingRequest;
import software.amazon.awssdk.services.lambda.model.DeleteEventSourceMappingResponse;
import software.amazon.awssdk.services.lambda.model.EventSourceMappingConfiguration;
import software.amazon.awssdk.services.lambda.model.FilterCriteria;
import software.amazon.awssdk.services.lambda.model.ScalingConfig;
import software.amazon.awssdk.services.lambda.model.UpdateEventSourceMappingRequest;
import software.amazon.awssdk.services.lambda.model.UpdateEventSourceMappingResponse;

/**
 * The operations that create, change and delete event source mappings, by which functions get the messages of queues.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html">Lambda with Amazon SQS</a>
 */
public final class Mappings extends Room {
    private static final int BATCH = 10;
    private static final String REASON = "USER_INITIATED";

    private final FunctionContext context;
    private final Peers peers;
    private final Pollers pollers;

    public Mappings(FunctionContext context, Peers peers, Pollers pollers) {
        this.context = context;
        this.peers = peers;
        this.pollers = pollers;
    }

    @Override
    public CreateEventSourceMappingResponse createEventSourceMapping(CreateEventSourceMappingRequest request) {
        FunctionName function = FunctionName.of(context.caller(), request.functionName());
        MappingRules.check(request);
        UUID id = UUID.randomUUID();
        EventSourceMappingConfiguration.Builder configuration = EventSourceMappingConfiguration.builder()
                .uuid(id.toString())
                .eventSourceMappingArn(context.caller().arn("lambda", "event-source-mapping:" + id))
                .eventSourceArn(request.eventSourceArn())
                .functionArn(function.qualifiedArn())
                .batchSize(Optional.ofNullable(request.batchSize()).orElse(BATCH))
                .maximumBatchingWindowInSeconds(Optional.ofNullable(request.maximumBatchingWindowInSeconds())
                        .orElse(0))
                .functionResponseTypesWithStrings(request.functionResponseTypesAsStrings());
        filters(request.filterCriteria()).ifPresent(configuration::filterCriteria);
        scaling(request.scalingConfig()).ifPresent(configuration::scalingConfig);
        Mapping mapping = new Mapping(
                id,
                context.caller(),
                !Boolean.FALSE.equals(request.enabled()),
                Stage.CREATING,
                checked(configuration, function));
        context.write(transaction -> {
            MappingRecords records = new MappingRecords(transaction);
            if (!records.insert(mapping)) {
                throw exists(records, mapping);
            }
            records.tags().put(id, request.tags());
            return mapping;
        });
        pollers.changed();
        return Shapes.copy(mapping.shown(), CreateEventSourceMappingResponse.builder())
                .build();
    }

    @Override
    public UpdateEventSourceMappingResponse updateEventSourceMapping(UpdateEventSourceMappingRequest request) {
        UUID id = MappingReads.id(request.uuid());
        MappingRules.check(request);
        Mapping before = context.read(handle -> MappingReads.require(handle, context.caller(), id));
        FunctionName function = Optional.ofNullable(request.functionName())
                .map(named -> FunctionName.of(context.caller(), named))
                .orElseGet(before::function);
        EventSourceMappingConfiguration.Builder after =
                before.configuration().toBuilder().functionArn(function.qualifiedArn());
        Optional.ofNullable(request.batchSize()).ifPresent(after::batchSize);
        Optional.ofNullable(request.maximumBatchingWindowInSeconds()).ifPresent(after::maximumBatchingWindowInSeconds);
        if (request.hasFunctionResponseTypes()) {
            after.functionResponseTypesWithStrings(request.functionResponseTypesAsStrings());
        }
        Optional.ofNullable(request.filterCriteria())
                .ifPresent(given -> after.filterCriteria(filters(given).orElse(null)));
        Optional.ofNullable(request.scalingConfig())
                .ifPresent(given -> after.scalingConfig(scaling(given).orElse(null)));
        EventSourceMappingConfiguration checked = checked(after, function);
        boolean wanted = Optional.ofNullable(request.enabled()).orElse(before.wanted());
        Stage stage = wanted == before.wanted() ? Stage.UPDATING : wanted ? Stage.ENABLING : Stage.DISABLING;
        Mapping changed = new Mapping(id, before.owner(), wanted, stage, checked);
        context.write(transaction -> {
            MappingRecords records = new MappingRecords(transaction);
            free(records, id, "update");
            records.find(context.caller(), checked.eventSourceArn(), checked.functionArn())
                    .filter(other -> !other.id().equals(id))
                    .ifPresent(other -> {
                        throw exists(records, changed);
                    });
            records.update(changed);
            return changed;
        });
        pollers.changed();
        return Shapes.copy(changed.shown(), UpdateEventSourceMappingResponse.builder())
                .build();
    }

    @Override
    public DeleteEventSourceMappingResponse deleteEventSourceMapping(DeleteEventSourceMappingRequest request) {
        UUID id = MappingReads.id(request.uuid());
        Mapping deleted = context.write(transaction -> {
            MappingReads.require(transaction, context.caller(), id);
            MappingRecords records = new MappingRecords(transaction);
            Mapping going = free(records, id, "delete").at(Stage.DELETING);
            records.update(going);
            return going;
        });
        pollers.changed();
        return Shapes.copy(deleted.shown(), DeleteEventSourceMappingResponse.builder())
                .build();
    }

    private EventSourceMappingConfiguration checked(
            EventSourceMappingConfiguration.Builder made, FunctionName function) {
        Version version = context.read(handle -> context.qualified(handle).find(function));
        EventSourceMappingConfiguration mapping = made.lastModified(
                        context.clock().instant().truncatedTo(ChronoUnit.MILLIS))
                .stateTransitionReason(REASON)
                .build();
        QueueArn queue = QueueArn.of(mapping.eventSourceArn()).orElseThrow();
        if (!queue.owner().region().equals(context.caller().region())) {
            throw Failures.invalid("The queue " + mapping.eventSourceArn() + " is not in the function's region, "
                    + context.caller().region() + ".");
        }
        MappingRules.check(mapping, version, peers.sqs().apply(queue.owner()));
        return mapping;
    }

    /** Returns a mapping that nobody else changes, and that does not change by itself. */
    private static Mapping free(MappingRecords records, UUID id, String what) {
        Mapping mapping = records.lock(id).orElseThrow(MappingReads::missing);
        if (!mapping.stage().isLasting()) {
            throw Failures.inUse("Cannot " + what + " the event source mapping because it is in use.");
        }
        return mapping;
    }

    private static RuntimeException exists(MappingRecords records, Mapping mapping) {
        String source = mapping.configuration().eventSourceArn();
        String function = mapping.configuration().functionArn();
        return Failures.conflict("The event source arn (\" " + source + " \") and function (\" "
                + mapping.function().name()
                + " \") provided mapping already exists. Please update or delete the existing"
                + " mapping with UUID "
                + records.find(mapping.owner(), source, function)
                        .map(other -> other.id().toString())
                        .orElse(""));
    }

    private static Optional<FilterCriteria> filters(FilterCriteria asked) {
        return Optional.ofNullable(asked).filter(given -> !given.filters().isEmpty());
    }

    private static Optional<ScalingConfig> scaling(ScalingConfig asked) {
        return Optional.ofNullable(asked).filter(given -> given.maximumConcurrency() != null);
    }
}
