package io.laguna.tests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.stream.StreamSupport;

/** A client of YARN itself, whose answers a test compares with Laguna's. */
record YarnRest(URI resourceManager) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Returns the applications of a queue, in the order of their starts. */
    List<JsonNode> applications(String queue) {
        return each(get("apps?queue=" + queue).at("/apps/app"));
    }

    List<JsonNode> nodes() {
        return each(get("nodes").at("/nodes/node"));
    }

    List<JsonNode> queues() {
        return each(get("scheduler").at("/scheduler/schedulerInfo/queues/queue"));
    }

    private JsonNode get(String path) {
        HttpRequest request = HttpRequest.newBuilder(resourceManager.resolve("/ws/v1/cluster/" + path))
                .header("Accept", "application/json")
                .build();
        try {
            return JSON.readTree(HttpClient.newHttpClient()
                    .send(request, BodyHandlers.ofString())
                    .body());
        } catch (IOException e) {
            throw new AssertionError(path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while YARN was asked for " + path, e);
        }
    }

    private static List<JsonNode> each(JsonNode elements) {
        return elements.isObject()
                ? List.of(elements)
                : StreamSupport.stream(elements.spliterator(), false)
                        .sorted((one, other) -> one.path("id")
                                .asText()
                                .compareTo(other.path("id").asText()))
                        .toList();
    }
}
