package io.laguna.tests;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** A portal that publishes cases by a SODA API: their count as JSON, and all of them as one page of CSV. */
final class CasePortal implements AutoCloseable {
    private final HttpServer server;

    CasePortal(String csv, long rows) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/resource/", exchange -> {
            boolean asksForCount = exchange.getRequestURI().getPath().endsWith(".json");
            byte[] answer = (asksForCount ? "[{\"count\":\"" + rows + "\"}]" : csv).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
