package io.laguna.pipelines.covid.ingest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A server that answers like the SODA API of an open data portal: pages as CSV, 1,000 rows unless asked for another
 * number, a count as JSON. It misbehaves when a test wants it.
 */
final class SodaServer implements AutoCloseable {
    private static final int DEFAULT_LIMIT = 1000;

    /** The thing to do with a request instead of answering it. */
    @FunctionalInterface
    interface Mischief {
        void answer(HttpExchange exchange) throws IOException;
    }

    private final HttpServer server;
    private final String header;
    private final List<String> rows;
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final Deque<Mischief> mischief = new ArrayDeque<>();
    private int largestPage = Integer.MAX_VALUE;
    private long countedToo;
    private Optional<String> token = Optional.empty();

    /** Creates a server of the rows of a CSV without line breaks in its values. */
    SodaServer(byte[] csv) throws IOException {
        List<String> lines = Arrays.asList(new String(csv, StandardCharsets.UTF_8).split("\n", 0));
        header = lines.get(0);
        rows = new ArrayList<>(lines.subList(1, lines.size()));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/resource/", this::handle);
        server.start();
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Returns the queries in order, decoded, also those answered with mischief. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    /** Answers the next requests with these, one after the other. */
    SodaServer nextTime(Mischief... answers) {
        mischief.addAll(List.of(answers));
        return this;
    }

    /** Makes pages shorter than asked for. */
    void cutPagesTo(int size) {
        largestPage = size;
    }

    /** Makes the count greater than the number of rows. */
    void overstateBy(long number) {
        countedToo = number;
    }

    /** Adds a row, as when a dataset is republished. */
    void add(String row) {
        rows.add(row);
    }

    Optional<String> lastToken() {
        return token;
    }

    static Mischief status(int status, String body, String... headers) {
        return exchange -> {
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
            }
            send(exchange, status, body);
        };
    }

    /** Returns a mischief that announces a page, sends a few bytes and hangs up. */
    static Mischief droppedConnection() {
        return exchange -> {
            exchange.sendResponseHeaders(200, 100_000);
            exchange.getResponseBody().write(new byte[100]);
            exchange.getResponseBody().flush();
            exchange.close();
        };
    }

    private synchronized void handle(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestURI().getQuery());
        token = Optional.ofNullable(exchange.getRequestHeaders().getFirst("X-App-Token"));
        if (!mischief.isEmpty()) {
            mischief.remove().answer(exchange);
            return;
        }
        Map<String, String> query = query(exchange.getRequestURI().getRawQuery());
        if (query.containsKey("$select")) {
            send(exchange, 200, "[{\"count\":\"" + (rows.size() + countedToo) + "\"}]");
            return;
        }
        int offset = Integer.parseInt(query.getOrDefault("$offset", "0"));
        int limit =
                Math.min(largestPage, Integer.parseInt(query.getOrDefault("$limit", Integer.toString(DEFAULT_LIMIT))));
        int from = Math.min(offset, rows.size());
        StringBuilder page = new StringBuilder(header).append('\n');
        rows.subList(from, Math.min(rows.size(), from + limit))
                .forEach(row -> page.append(row).append('\n'));
        send(exchange, 200, page.toString());
    }

    private static Map<String, String> query(String raw) {
        Map<String, String> query = new HashMap<>();
        for (String part : raw.split("&", -1)) {
            int equals = part.indexOf('=');
            query.put(part.substring(0, equals), URLDecoder.decode(part.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return query;
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
