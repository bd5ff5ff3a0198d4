package io.laguna.emulator.apigateway.backend;

import io.laguna.emulator.kit.proxy.ProxyHeader;
import io.laguna.emulator.kit.proxy.ProxyReply;
import io.laguna.emulator.kit.proxy.ProxyRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** The calls of other servers, which get a client's request as it is, and whose answers clients get. */
public final class ServerCalls {
    /** The headers that belong to a connection, and those that the client of the JDK writes itself. */
    private static final Set<String> OF_CONNECTIONS = Set.of(
            "connection",
            "content-length",
            "expect",
            "host",
            "keep-alive",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /**
     * Returns a server's answer.
     *
     * @param address with its query
     */
    public ProxyReply call(String method, String address, ProxyRequest request, Duration patience)
            throws TargetFailure {
        try {
            HttpRequest.Builder call = HttpRequest.newBuilder(URI.create(address))
                    .timeout(patience)
                    .method(
                            method,
                            request.body().length == 0
                                    ? BodyPublishers.noBody()
                                    : BodyPublishers.ofByteArray(request.body()));
            request.headers().stream()
                    .filter(header -> !OF_CONNECTIONS.contains(header.key()))
                    .forEach(header -> call.header(header.name(), header.value()));
            return reply(client.send(call.build(), BodyHandlers.ofByteArray()));
        } catch (HttpTimeoutException e) {
            throw new TargetFailure(TargetFault.TIMED_OUT, "Endpoint request timed out");
        } catch (IOException | IllegalArgumentException e) {
            throw new TargetFailure(TargetFault.UNREACHABLE, address + " does not answer: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TargetFailure(TargetFault.UNREACHABLE, "Laguna ends");
        }
    }

    private static ProxyReply reply(HttpResponse<byte[]> response) {
        List<ProxyHeader> headers = response.headers().map().entrySet().stream()
                .flatMap(header -> header.getValue().stream().map(value -> new ProxyHeader(header.getKey(), value)))
                .filter(header ->
                        !OF_CONNECTIONS.contains(header.key()) && !header.name().startsWith(":"))
                .toList();
        return new ProxyReply(response.statusCode(), headers, response.body());
    }
}
