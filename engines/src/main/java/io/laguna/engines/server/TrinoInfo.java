package io.laguna.engines.server;

import io.laguna.engines.process.EngineFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** The answers of a Trino about its own state. */
final class TrinoInfo {
    private static final Duration CONNECT = Duration.ofSeconds(2);
    /** The time that an answer may take: a Trino that has much to do is slow. */
    private static final Duration ANSWER = Duration.ofSeconds(10);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();

    /**
     * Tells whether the server takes queries: it refuses queries while it starts.
     *
     * @param address {@code http://127.0.0.1:8080}
     */
    boolean isStarted(String address) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/v1/info"))
                .timeout(ANSWER)
                .build();
        try {
            return client.send(request, BodyHandlers.ofString()).body().contains("\"starting\":false");
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineFailure("Interrupted while " + Trino.NAME + " was asked whether it has started", e);
        }
    }
}
