package io.laguna.emulator.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** A reader of the health page of a lake that another process keeps up. */
record HealthClient(String endpoint) {
    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final int OK = 200;

    /**
     * Reads the page.
     *
     * @throws IOException when the page does not answer
     */
    JsonNode read() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(endpoint).resolve("/_laguna/health"))
                .timeout(DEADLINE)
                .build();
        HttpResponse<String> answer =
                HttpClient.newBuilder().connectTimeout(DEADLINE).build().send(request, BodyHandlers.ofString());
        if (answer.statusCode() != OK) {
            throw new IOException("HTTP " + answer.statusCode() + ": " + answer.body());
        }
        return new ObjectMapper().readTree(answer.body());
    }
}
