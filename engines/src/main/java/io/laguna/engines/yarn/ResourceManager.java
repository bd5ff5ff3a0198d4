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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
    private static final Pattern CONTAINER = Pattern.compile("/(container_\\w+)");

    /** The bytes at the end of a log that tell why its process ended. */
    private static final int LOG_TAIL = 1 << 18;

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
     * Returns the last lines of a file of the container in which an application's driver runs, or ran some seconds ago;
     * none when its node has it no more.
     *
     * @param file {@code stdout}
     * @throws EngineFailure when the ResourceManager or the node does not answer
     */
    List<String> driverLog(String application, String file) {
        JsonNode app = get("apps/" + application).path("app");
        Matcher container = CONTAINER.matcher(app.path("amContainerLogs").asText());
        if (!container.find()) {
            return List.of();
        }
        URI log = URI.create("http://" + app.path("amHostHttpAddress").asText() + "/ws/v1/node/containers/"
                + container.group(1) + "/logs/" + file + "?size=-" + LOG_TAIL);
        return send("GET", log, "text/plain", "")
                .lines()
                .takeWhile(line -> !line.startsWith("End of LogType"))
                .toList();
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
        return send(method, address.resolve("/ws/v1/cluster/" + path), type, body);
    }

    private String send(String method, URI uri, String type, String body) {
        String path = uri.getPath();
        HttpRequest request = HttpRequest.newBuilder(uri)
                .timeout(TIMEOUT)
                .header("Accept", type.equals("text/plain") ? type : "application/json")
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
