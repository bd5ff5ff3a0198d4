package io.laguna.emulator.lambda.source;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.request.Page;
import io.laguna.emulator.kit.shape.Shapes;
import io.laguna.emulator.lambda.record.FunctionContext;
import io.laguna.emulator.lambda.request.Constraints;
import io.laguna.emulator.lambda.request.Failures;
import io.laguna.emulator.lambda.request.FunctionName;
import io.laguna.emulator.lambda.request.Room;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.lambda.model.GetEventSourceMappingRequest;
import software.amazon.awssdk.services.lambda.model.GetEventSourceMappingResponse;
import software.amazon.awssdk.services.lambda.model.ListEventSourceMappingsRequest;
import software.amazon.awssdk.services.lambda.model.ListEventSourceMappingsResponse;

/** The operations that read event source mappings. */
public final class MappingReads extends Room {
    private static final int MOST = 10_000;
    private static final int LARGEST_PAGE = 100;

    private final FunctionContext context;

    public MappingReads(FunctionContext context) {
        this.context = context;
    }

    @Override
    public GetEventSourceMappingResponse getEventSourceMapping(GetEventSourceMappingRequest request) {
        UUID id = id(request.uuid());
        Mapping mapping = context.read(handle -> require(handle, context.caller(), id));
        return Shapes.copy(mapping.shown(), GetEventSourceMappingResponse.builder())
                .build();
    }

    @Override
    public ListEventSourceMappingsResponse listEventSourceMappings(ListEventSourceMappingsRequest request) {
        new Constraints()
                .text("eventSourceArn", request.eventSourceArn())
                .page(request.marker(), request.maxItems(), MOST)
                .check();
        Optional<String> function = Optional.ofNullable(request.functionName())
                .map(named -> FunctionName.of(context.caller(), named).qualifiedArn());
        List<Mapping> all = context.read(handle -> new MappingRecords(handle).all(context.caller()));
        Page<Mapping> page = Page.ofSorted(
                all.stream()
                        .filter(mapping -> request.eventSourceArn() == null
                                || request.eventSourceArn()
                                        .equals(mapping.configuration().eventSourceArn()))
                        .filter(mapping -> function.isEmpty()
                                || function.get().equals(mapping.configuration().functionArn()))
                        .toList(),
                mapping -> mapping.id().toString(),
                request.marker(),
                Math.min(Page.size(request.maxItems(), LARGEST_PAGE), LARGEST_PAGE),
                Failures::badMarker);
        return ListEventSourceMappingsResponse.builder()
                .eventSourceMappings(page.entries().stream().map(Mapping::shown).toList())
                .nextMarker(page.nextToken().orElse(null))
                .build();
    }

    static UUID id(String text) {
        new Constraints().present("uuid", text).text("uuid", text).check();
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw missing();
        }
    }

    static Mapping require(Handle handle, Caller owner, UUID id) {
        return new MappingRecords(handle).find(owner, id).orElseThrow(MappingReads::missing);
    }

    static RuntimeException missing() {
        return Failures.notFound("The resource you requested does not exist.");
    }
}
