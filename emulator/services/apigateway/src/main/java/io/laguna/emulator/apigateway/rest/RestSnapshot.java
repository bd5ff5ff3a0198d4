package io.laguna.emulator.apigateway.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.laguna.emulator.kit.shape.ShapeJson;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.apigateway.model.GatewayResponse;
import software.amazon.awssdk.services.apigateway.model.Resource;
import software.amazon.awssdk.services.apigateway.model.RestApi;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/** A REST API, its resources and its gateway responses as they were deployed. */
public record RestSnapshot(RestApi api, List<Resource> resources, List<GatewayResponse> gatewayResponses) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Returns an API as it is now. */
    public static RestSnapshot of(KeptApi api) {
        return new RestSnapshot(
                api.api(), api.resources().all(), api.gatewayResponses().all());
    }

    String text() {
        ObjectNode snapshot = JsonNodeFactory.instance.objectNode();
        snapshot.put("api", ShapeJson.write(api));
        put(snapshot.putArray("resources"), resources);
        put(snapshot.putArray("gatewayResponses"), gatewayResponses);
        return snapshot.toString();
    }

    private static void put(ArrayNode array, List<? extends SdkPojo> parts) {
        parts.forEach(part -> array.add(ShapeJson.write(part)));
    }

    public static RestSnapshot read(String text) {
        try {
            JsonNode snapshot = JSON.readTree(text);
            return new RestSnapshot(
                    ShapeJson.read(snapshot.path("api").textValue(), RestApi.builder()),
                    parts(snapshot.path("resources"), Resource::builder),
                    parts(snapshot.path("gatewayResponses"), GatewayResponse::builder));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The state holds a deployment that is not JSON: " + e.getMessage(), e);
        }
    }

    private static <T extends SdkPojo> List<T> parts(JsonNode array, Supplier<? extends SdkBuilder<?, T>> builder) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(part -> ShapeJson.read(part.textValue(), builder.get()))
                .toList();
    }
}
