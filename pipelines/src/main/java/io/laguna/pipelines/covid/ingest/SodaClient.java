package io.laguna.pipelines.covid.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** A client of a SODA API, which asks again where that may help. */
final class SodaClient {
    private static final int OK = 200;
    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int LONGEST_EXCERPT = 300;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(Duration.ofSeconds(20))
            .build();
    private final SodaQuery query;
    private final Clock clock;
    private final Backoff backoff;

    SodaClient(SodaQuery query, Clock clock, Backoff backoff) {
        this.query = query;
        this.clock = clock;
        this.backoff = backoff;
    }

    /** Returns how many rows the query has, not counting its limit. */
    long count() {
        URI uri = query.count();
        JsonNode count = Json.read(get(uri), JsonNode.class, uri.toString()).path(0);
        // The field is "count", or "count_1" when the dataset has a column of that name.
        return count.properties().stream()
                .findFirst()
                .map(field -> field.getValue().asText())
                .filter(text -> text.matches("\\d{1,18}"))
                .map(Long::parseLong)
                .orElseThrow(() -> new IngestException(uri + " did not answer with a number of rows but: " + count));
    }

    /** Returns a page as CSV, unchanged. */
    byte[] page(long offset, long limit) {
        return get(query.page(offset, limit));
    }

    private byte[] get(URI uri) {
        for (int attempt = 1; ; attempt++) {
            SodaReply reply = ask(uri);
            if (reply instanceof SodaReply.Body body) {
                return body.bytes();
            }
            SodaReply.Failure failure = (SodaReply.Failure) reply;
            if (!failure.transientFault()) {
                throw new IngestException(uri + " failed: " + failure.reason());
            }
            if (attempt >= query.maxAttempts()) {
                throw new IngestException(uri + " failed " + attempt + " times, last: " + failure.reason());
            }
            if (failure.askedToWait().orElse(Duration.ZERO).compareTo(Backoff.LONGEST_ASKED) > 0) {
                throw new IngestException(uri + " asks to come back in "
                        + failure.askedToWait().orElseThrow().toSeconds() + " s: " + failure.reason());
            }
            backoff.after(attempt, failure.askedToWait());
        }
    }

    private SodaReply ask(URI uri) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(query.timeout());
        query.appToken().ifPresent(token -> request.header("X-App-Token", token.value()));
        try {
            return reply(http.send(request.build(), BodyHandlers.ofByteArray()));
        } catch (IOException failure) {
            String reason = failure.getMessage() == null ? "" : " (" + failure.getMessage() + ")";
            return new SodaReply.Failure(failure.getClass().getSimpleName() + reason, true, Optional.empty());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IngestException("Interrupted while waiting for " + uri, interrupted);
        }
    }

    private SodaReply reply(HttpResponse<byte[]> response) {
        int status = response.statusCode();
        if (status == OK) {
            return new SodaReply.Body(response.body());
        }
        return new SodaReply.Failure(
                "status " + status + ", " + excerpt(response.body()),
                status >= 500 || status == TOO_MANY_REQUESTS || status == REQUEST_TIMEOUT,
                response.headers().firstValue("Retry-After").flatMap(value -> RetryAfter.read(value, clock)));
    }

    private static String excerpt(byte[] body) {
        String text =
                new String(body, StandardCharsets.UTF_8).replaceAll("\\s+", " ").strip();
        if (text.isEmpty()) {
            return "no body";
        }
        return text.length() <= LONGEST_EXCERPT ? text : text.substring(0, LONGEST_EXCERPT) + "…";
    }
}
