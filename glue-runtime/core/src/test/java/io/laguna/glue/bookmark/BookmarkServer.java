package io.laguna.glue.bookmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/** A bookmark's place behind HTTP, as a job's driver meets it. Runs are begun by the test. */
public final class BookmarkServer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private ObjectNode states = JSON.createObjectNode();
    private long version = 1;
    private Instant runStart = Instant.now();
    private Optional<Instant> until = Optional.empty();
    private Optional<ObjectNode> upTo = Optional.empty();

    public BookmarkServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/bookmark");
    }

    public BookmarkStore store() {
        return new HttpBookmarkStore(address(), "secret");
    }

    /** Begins a run at a time, as the place's clock has it. */
    public void run(Instant start) {
        runStart = start;
        until = Optional.empty();
        upTo = Optional.empty();
    }

    /** Begins a paused run, which looks at what was known after an earlier one, up to what was known after another. */
    public void pausedRun(ObjectNode statesThen, Instant end, ObjectNode statesAtTheEnd) {
        upTo = Optional.of(statesAtTheEnd);
        states = statesThen;
        until = Optional.of(end);
    }

    /** Resets the bookmark to states, or to none. */
    public void reset(ObjectNode to) {
        version++;
        states = to;
    }

    public ObjectNode states() {
        return states;
    }

    public void moveVersion() {
        version++;
    }

    private void answer(HttpExchange exchange) throws IOException {
        boolean allowed = "Bearer secret".equals(exchange.getRequestHeaders().getFirst("Authorization"));
        if (!allowed) {
            send(exchange, 403, "forbidden");
        } else if (exchange.getRequestMethod().equals("GET")) {
            ObjectNode body = JSON.createObjectNode();
            body.put("version", version).put("runStart", runStart.toString()).set("bookmark", states);
            body.put("until", until.map(Instant::toString).orElse(null));
            body.set("upTo", upTo.orElse(null));
            send(exchange, 200, body.toString());
        } else {
            JsonNode body = JSON.readTree(exchange.getRequestBody());
            if (body.path("version").asLong() != version) {
                send(exchange, 409, "moved");
                return;
            }
            version++;
            states = (ObjectNode) body.path("bookmark");
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        }
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        try (OutputStream body = exchange.getResponseBody()) {
            body.write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
