package io.laguna.emulator.edge.mount;

import io.laguna.emulator.edge.guard.HostHeader;
import io.laguna.emulator.kit.proxy.ProxyHeader;
import io.laguna.emulator.kit.proxy.ProxyReply;
import io.laguna.emulator.kit.proxy.ProxyRequest;
import io.laguna.wire.WireRequest;
import io.laguna.wire.WireResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jetty.server.Request;

/** The exchanges of web clients, whose requests become events of functions. */
public final class WebExchange {
    private WebExchange() {}

    /** Returns a request with its body, and with the names of its headers in the case in which they came. */
    public static ProxyRequest request(Exchange exchange) throws IOException {
        Request request = exchange.request();
        List<ProxyHeader> headers = new ArrayList<>();
        for (String name : request.getHeaders().getFieldNamesCollection()) {
            values(exchange.head(), new ProxyHeader(name, "").key())
                    .forEach(value -> headers.add(new ProxyHeader(name, value)));
        }
        WireRequest whole = exchange.whole();
        return new ProxyRequest(
                whole.method(),
                whole.rawPath(),
                whole.rawQuery(),
                headers,
                whole.body(),
                exchange.arrival().target().host(),
                Request.getRemoteAddr(request),
                request.getConnectionMetaData().getProtocol(),
                exchange.requestId(),
                Instant.now());
    }

    /** Returns a request of which only the head is known, as the guard sees it. */
    public static ProxyRequest head(WireRequest head) {
        List<ProxyHeader> headers = new ArrayList<>();
        head.headers().forEach((name, values) -> values.forEach(value -> headers.add(new ProxyHeader(name, value))));
        return new ProxyRequest(
                head.method(),
                head.rawPath(),
                head.rawQuery(),
                headers,
                head.body(),
                host(head),
                "",
                "",
                "",
                Instant.now());
    }

    /** Sends an answer, which ends the exchange. */
    public static void answer(Exchange exchange, ProxyReply reply) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        reply.headers().forEach(header -> headers.computeIfAbsent(header.name(), name -> new ArrayList<>())
                .add(header.value()));
        exchange.answer(new WireResponse(reply.status(), headers, reply.body()));
    }

    private static String host(WireRequest head) {
        return values(head, "host").stream().findFirst().map(HostHeader::name).orElse("");
    }

    private static List<String> values(WireRequest head, String key) {
        return head.headers().getOrDefault(key, List.of());
    }
}
