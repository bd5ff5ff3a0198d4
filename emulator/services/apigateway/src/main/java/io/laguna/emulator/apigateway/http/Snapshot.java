package io.laguna.emulator.apigateway.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.laguna.emulator.apigateway.record.PartKind;
import io.laguna.emulator.kit.shape.ShapeJson;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import software.amazon.awssdk.services.apigatewayv2.model.Integration;
import software.amazon.awssdk.services.apigatewayv2.model.Route;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/** The routes and integrations of an HTTP API as they were deployed. */
public record Snapshot(List<Route> routes, List<Integration> integrations) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Returns the text of an API as it is now. */
    static String of(HttpApi api) {
        ObjectNode snapshot = JsonNodeFactory.instance.objectNode();
        for (PartKind kind : List.of(PartKind.ROUTE, PartKind.INTEGRATION)) {
            api.parts(kind).all().forEach(part -> snapshot.withArrayProperty(kind.name())
                    .add(part));
        }
        return snapshot.toString();
    }

    public static Snapshot read(String text) {
        try {
            JsonNode snapshot = JSON.readTree(text);
            return new Snapshot(
                    parts(snapshot, PartKind.ROUTE, Route::builder),
                    parts(snapshot, PartKind.INTEGRATION, Integration::builder));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The state holds a deployment that is not JSON: " + e.getMessage(), e);
        }
    }

    private static <T> List<T> parts(JsonNode snapshot, PartKind kind, Supplier<? extends SdkBuilder<?, T>> builder) {
        return StreamSupport.stream(snapshot.path(kind.name()).spliterator(), false)
                .map(text -> ShapeJson.read(text.textValue(), builder.get()))
                .toList();
    }
}
