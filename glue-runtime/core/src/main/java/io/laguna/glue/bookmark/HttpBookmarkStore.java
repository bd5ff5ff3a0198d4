package io.laguna.glue.bookmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A bookmark behind an address that answers GET and takes PUT, with a token of the run. */
public final class HttpBookmarkStore implements BookmarkStore {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final URI address;
    private final String token;

    public HttpBookmarkStore(URI address, String token) {
        this.address = address;
        this.token = token;
    }

    @Override
    public Loaded load() throws IOException {
        HttpResponse<String> answer = send(HttpRequest.newBuilder().GET());
        if (answer.statusCode() != 200) {
            throw refused("read", answer);
        }
        JsonNode json = JSON.readTree(answer.body());
        JsonNode until = json.path("until");
        JsonNode states = json.path("bookmark");
        return new Loaded(
                json.path("version").asLong(),
                Instant.parse(json.path("runStart").asText()),
                states instanceof ObjectNode object ? object : JSON.createObjectNode(),
                until.isTextual() ? Optional.of(Instant.parse(until.asText())) : Optional.empty(),
                json.path("upTo") instanceof ObjectNode upTo ? Optional.of(upTo) : Optional.empty());
    }

    @Override
    public void save(long version, ObjectNode states) throws IOException {
        ObjectNode body = JSON.createObjectNode();
        body.put("version", version).set("bookmark", states);
        HttpResponse<String> answer = send(HttpRequest.newBuilder()
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(JSON.writeValueAsString(body))));
        if (answer.statusCode() == 409) {
            throw new VersionMismatchException(
                    "Version mismatch: another run of the job has committed its bookmark since version " + version);
        }
        if (answer.statusCode() != 204) {
            throw refused("stored", answer);
        }
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return client.send(
                    request.uri(address)
                            .timeout(PATIENCE)
                            .header("Authorization", "Bearer " + token)
                            .build(),
                    BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            InterruptedIOException stopped = new InterruptedIOException("Interrupted while asking for the bookmark");
            stopped.initCause(e);
            throw stopped;
        }
    }

    private static IOException refused(String what, HttpResponse<String> answer) {
        return new IOException(
                "The job bookmark cannot be " + what + ": status " + answer.statusCode() + " " + answer.body());
    }
}
