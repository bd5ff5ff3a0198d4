package io.laguna.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.airlift.units.Duration;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The times of queries as Athena's engine tells them on its own pages. */
record TrinoQueryStats(URI trino) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Finds the engine of a lake on the lake's health page. */
    static TrinoQueryStats of(String endpoint) throws IOException, InterruptedException {
        String address = engine(endpoint).path("address").asText();
        return new TrinoQueryStats(URI.create(
                "http://" + URI.create(address.substring("jdbc:".length())).getAuthority()));
    }

    /** Returns what the health page tells of Athena's engine. */
    static JsonNode engine(String endpoint) throws IOException, InterruptedException {
        return get(URI.create(endpoint + "/_laguna/health")).path("engines").path("trino");
    }

    /** Returns the statistics of the last queries with a text, each with Trino's own names. */
    List<JsonNode> last(String sql, int count) throws IOException, InterruptedException {
        List<JsonNode> queries = new ArrayList<>();
        get(trino.resolve("/v1/query")).forEach(queries::add);
        return queries.stream()
                .filter(query -> query.path("query").asText().equals(sql)
                        && query.path("state").asText().equals("FINISHED"))
                .sorted(Comparator.comparing((JsonNode query) ->
                                query.path("queryStats").path("createTime").asText())
                        .reversed())
                .limit(count)
                .map(query -> query.path("queryStats"))
                .toList();
    }

    /** Returns the median in milliseconds of one of the times. */
    static double millis(List<JsonNode> statistics, String name) {
        return Figures.median(statistics.stream()
                .map(query -> Duration.valueOf(query.path(name).asText()).getValue(TimeUnit.MILLISECONDS))
                .toList());
    }

    private static JsonNode get(URI page) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(page).header("X-Trino-User", "athena").build();
        return JSON.readTree(HttpClient.newHttpClient()
                .send(request, BodyHandlers.ofString())
                .body());
    }
}
