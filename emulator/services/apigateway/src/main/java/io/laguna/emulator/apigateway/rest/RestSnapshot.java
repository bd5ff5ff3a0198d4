package io.laguna.emulator.apigateway.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.laguna.emulator.kit.shape.ShapeJson;
import java.util.List;
import java.util.stream.StreamSupport;
import software.amazon.awssdk.services.apigateway.model.Resource;
import software.amazon.awssdk.services.apigateway.model.RestApi;

/** A REST API and its resources as they were deployed. */
public record RestSnapshot(RestApi api, List<Resource> resources) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Returns an API as it is now. */
    public static RestSnapshot of(KeptApi api) {
        return new RestSnapshot(api.api(), api.resources().all());
    }

    String text() {
        ObjectNode snapshot = JsonNodeFactory.instance.objectNode();
        snapshot.put("api", ShapeJson.write(api));
        ArrayNode array = snapshot.putArray("resources");
        resources.forEach(resource -> array.add(ShapeJson.write(resource)));
        return snapshot.toString();
    }

    public static RestSnapshot read(String text) {
        try {
            JsonNode snapshot = JSON.readTree(text);
            return new RestSnapshot(
                    ShapeJson.read(snapshot.path("api").textValue(), RestApi.builder()),
                    StreamSupport.stream(snapshot.path("resources").spliterator(), false)
                            .map(resource -> ShapeJson.read(resource.textValue(), Resource.builder()))
                            .toList());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The state holds a deployment that is not JSON: " + e.getMessage(), e);
        }
    }
}
