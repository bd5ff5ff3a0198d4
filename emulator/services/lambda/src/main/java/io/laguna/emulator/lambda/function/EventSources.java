package io.laguna.emulator.lambda.function;

import io.laguna.emulator.lambda.record.FunctionContext;
import io.laguna.emulator.lambda.request.Constraints;
import io.laguna.emulator.lambda.request.Failures;
import io.laguna.emulator.lambda.request.FunctionName;
import io.laguna.emulator.lambda.request.Room;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.lambda.model.CreateEventSourceMappingRequest;
import software.amazon.awssdk.services.lambda.model.CreateEventSourceMappingResponse;
import software.amazon.awssdk.services.lambda.model.EventSourcePosition;

/**
 * Queues and streams from which functions would get their events. None of the services that have them is here, so that a
 * mapping is refused, with the service that is missing.
 */
public final class EventSources extends Room {
    private final FunctionContext context;

    public EventSources(FunctionContext context) {
        this.context = context;
    }

    @Override
    public CreateEventSourceMappingResponse createEventSourceMapping(CreateEventSourceMappingRequest request) {
        FunctionName name = FunctionName.of(context.caller(), request.functionName());
        new Constraints()
                .text("eventSourceArn", request.eventSourceArn())
                .range("batchSize", request.batchSize(), 1, 10_000)
                .oneOf("startingPosition", request.startingPositionAsString(), EventSourcePosition.knownValues())
                .check();
        context.read(handle -> context.qualified(handle).find(name));
        List<String> parts =
                List.of(Optional.ofNullable(request.eventSourceArn()).orElse("").split(":", -1));
        String service = parts.size() > 2 ? parts.get(2) : "self-managed sources";
        throw Failures.notBuilt("event source mappings of " + service
                + ", a service that it does not have. Notifications of S3, schedules and invocations reach functions");
    }
}
