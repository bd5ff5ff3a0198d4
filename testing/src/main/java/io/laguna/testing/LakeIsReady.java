package io.laguna.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.containers.wait.strategy.AbstractWaitStrategy;

/**
 * The wait until {@code GET /_laguna/health} calls the whole lake ready. The page's HTTP status is 200 from the first
 * moment on. A lake that cannot start ends, and the wait ends too.
 */
final class LakeIsReady extends AbstractWaitStrategy {
    private static final Duration DEADLINE = Duration.ofMinutes(3);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final long POLL_MILLIS = 200;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final ObjectMapper json = new ObjectMapper();
    private final int port;

    LakeIsReady(int port) {
        this.port = port;
        this.startupTimeout = DEADLINE;
    }

    @Override
    protected void waitUntilReady() {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + waitStrategyTarget.getHost() + ":"
                        + waitStrategyTarget.getMappedPort(port) + "/_laguna/health"))
                .timeout(TIMEOUT)
                .build();
        long end = System.nanoTime() + startupTimeout.toNanos();
        try {
            JsonNode health = ask(request);
            while (!isReady(health)) {
                if (System.nanoTime() > end) {
                    throw new ContainerLaunchException(
                            "not ready after " + startupTimeout.toSeconds() + " s; its health: " + health);
                }
                if (!waitStrategyTarget.isRunning()) {
                    throw new ContainerLaunchException("ended before it was ready");
                }
                Thread.sleep(POLL_MILLIS);
                health = ask(request);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ContainerLaunchException("interrupted while it was starting", e);
        }
    }

    /** Asks for the health as JSON; returns the reason as a text where there is no answer. */
    private JsonNode ask(HttpRequest request) throws InterruptedException {
        try {
            return json.readTree(http.send(request, BodyHandlers.ofString()).body());
        } catch (IOException e) {
            return TextNode.valueOf(e.toString());
        }
    }

    private static boolean isReady(JsonNode health) {
        return health.path("status").asText().equals("ready");
    }
}
