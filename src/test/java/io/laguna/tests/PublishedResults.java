package io.laguna.tests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A client of the API of the pipeline's results. */
final class PublishedResults {
    private static final Pattern ADDRESS = Pattern.compile("(?m)^ {2}api {7}(http://\\S+)$");

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final String address;

    /** An answer of the API. */
    record Answer(int status, JsonNode body) {}

    private PublishedResults(String address) {
        this.address = address;
    }

    /** Returns a client of the API that a run says that it has made. */
    static PublishedResults of(String output) {
        Matcher line = ADDRESS.matcher(output);
        if (!line.find()) {
            throw new AssertionError("No address of an API: " + output);
        }
        return new PublishedResults(line.group(1));
    }

    Answer get(String path) {
        try {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(URI.create(address + path)).build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(answer.statusCode(), json.readTree(answer.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }

    /** Returns the named values of all rows of all pages, as texts. */
    List<List<String>> rows(String path, String... columns) {
        List<List<String>> rows = new ArrayList<>();
        Optional<String> next = Optional.of("0");
        while (next.isPresent()) {
            JsonNode page = get(path + (path.contains("?") ? "&" : "?") + "next=" + next.get())
                    .body();
            page.path("items").forEach(item -> rows.add(texts(item, columns)));
            next = Optional.of(page.path("next").asText()).filter(text -> !text.isEmpty());
        }
        return rows;
    }

    /** Returns the named values of an object, as texts. */
    static List<String> texts(JsonNode object, String... columns) {
        return Stream.of(columns).map(column -> object.path(column).asText()).toList();
    }
}
