package io.laguna.engines.yarn;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.laguna.engines.process.EngineFailure;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The ResourceManager of YARN, by its REST API.
 *
 * @see <a href="https://hadoop.apache.org/docs/r3.4.1/hadoop-yarn/hadoop-yarn-site/ResourceManagerRest.html">YARN
 *     ResourceManager REST API's</a>
 */
public final class ResourceManager {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI address;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

    /**
     * Creates a client.
     *
     * @param address of its web pages: {@code http://resourcemanager:8088}
     */
    public ResourceManager(URI address) {
        this.address = address;
    }

    /** Tells whether the ResourceManager has started, which is when it takes applications. */
    public boolean isStarted() {
        try {
            return get("info").at("/clusterInfo/state").asText().equals("STARTED");
        } catch (EngineFailure e) {
            return false;
        }
    }

    /**
     * Returns the NodeManagers, also those that are lost.
     *
     * @throws EngineFailure when it does not answer
     */
    public List<YarnNode> nodes() {
        return each(get("nodes").at("/nodes/node"))
                .map(node -> new YarnNode(
                        node.path("nodeHostName").asText(),
                        node.path("state").asText(),
                        Instant.ofEpochMilli(node.path("lastHealthUpdate").asLong()),
                        node.path("numContainers").asInt()))
                .toList();
    }

    /** Returns the applications with a tag, which YARN keeps in lower case, the newest last. */
    List<YarnApplication> applications(String tag) {
        return each(get("apps?applicationTags=" + URLEncoder.encode(tag, StandardCharsets.UTF_8))
                        .at("/apps/app"))
                .sorted((one, other) -> Long.compare(
                        one.path("startedTime").asLong(),
                        other.path("startedTime").asLong()))
                .map(ResourceManager::application)
                .toList();
    }

    /**
     * Returns the page of the logs of the container in which an application's driver runs or ran, at its node; nothing
     * for one that never had a container.
     *
     * @throws EngineFailure when the ResourceManager does not answer
     */
    Optional<String> driverLogs(String application) {
        return Optional.of(get("apps/" + application).at("/app/amContainerLogs").asText())
                .filter(page -> !page.isEmpty());
    }

    /** Asks YARN to end an application, which may have ended already. */
    void kill(String id) {
        send("PUT", "apps/" + id + "/state", "application/json", "{\"state\":\"KILLED\"}");
    }

    /**
     * Makes a queue below {@code root}, or gives the one that is there another weight.
     *
     * @param weight its share beside those of the others
     */
    public void putQueue(String name, int weight) {
        change(hasQueue(name) ? "update-queue" : "add-queue", name, "capacity", weight + "w");
    }

    /**
     * Removes a queue.
     *
     * @return whether it is gone; not as long as something runs in it
     */
    public boolean removeQueue(String name) {
        if (!hasQueue(name)) {
            return true;
        }
        change("update-queue", name, "state", "STOPPED");
        try {
            scheduler("<remove-queue>root." + name + "</remove-queue>");
            return true;
        } catch (EngineFailure e) {
            return false;
        }
    }

    /** Returns the names of the queues below {@code root}. */
    public List<String> queues() {
        return each(get("scheduler").at("/scheduler/schedulerInfo/queues/queue"))
                .map(queue -> queue.path("queueName").asText())
                .toList();
    }

    private boolean hasQueue(String name) {
        return queues().contains(name);
    }

    private void change(String what, String queue, String key, String value) {
        scheduler("<" + what + "><queue-name>root." + queue + "</queue-name><params><entry><key>" + key
                + "</key><value>" + value + "</value></entry></params></" + what + ">");
    }

    /** Changes the scheduler's configuration, which it keeps through restarts. */
    private void scheduler(String change) {
        send("PUT", "scheduler-conf", "application/xml", "<sched-conf>" + change + "</sched-conf>");
    }

    private JsonNode get(String path) {
        String body = send("GET", path, "application/json", "");
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new EngineFailure(
                    "The ResourceManager's answer to " + path + " cannot be read: " + e.getMessage(), e);
        }
    }

    private String send(String method, String path, String type, String body) {
        HttpRequest request = HttpRequest.newBuilder(address.resolve("/ws/v1/cluster/" + path))
                .timeout(TIMEOUT)
                .header("Accept", "application/json")
                .header("Content-Type", type)
                .method(method, BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new EngineFailure("The ResourceManager answered " + response.statusCode() + " to " + method + " "
                        + path + ": " + message(response.body()));
            }
            return response.body();
        } catch (IOException e) {
            throw new EngineFailure(
                    "The ResourceManager does not answer at " + address + ": " + e
                            + ". If its container was killed, docker compose up -d starts it again.",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineFailure("Interrupted while the ResourceManager was asked for " + path, e);
        }
    }

    /** Returns the message of an exception, which comes as JSON. */
    private static String message(String body) {
        try {
            return Optional.of(
                            JSON.readTree(body).at("/RemoteException/message").asText())
                    .filter(text -> !text.isEmpty())
                    .orElse(body);
        } catch (IOException e) {
            return body;
        }
    }

    private static YarnApplication application(JsonNode app) {
        return new YarnApplication(
                app.path("id").asText(),
                app.path("state").asText(),
                app.path("finalStatus").asText(),
                app.path("diagnostics").asText());
    }

    /** Returns the elements of a list; YARN answers one element, and no list, where there is only one. */
    private static Stream<JsonNode> each(JsonNode elements) {
        return elements.isObject() ? Stream.of(elements) : StreamSupport.stream(elements.spliterator(), false);
    }
}
