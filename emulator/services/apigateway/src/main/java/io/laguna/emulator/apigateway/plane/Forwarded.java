package io.laguna.emulator.apigateway.plane;

import io.laguna.emulator.kit.proxy.ProxyHeader;
import io.laguna.emulator.kit.proxy.ProxyRequest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** The headers that API Gateway adds to a request on its way. */
final class Forwarded {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int TRACE_BYTES = 12;

    private Forwarded() {}

    /** Returns a request under the path that its API sees, with the address of its client and an id of its trace. */
    static ProxyRequest with(ProxyRequest request, String rawPath) {
        List<ProxyHeader> headers = new ArrayList<>(request.headers());
        Optional<String> before = request.header("x-forwarded-for");
        headers.removeIf(header -> header.key().matches("x-forwarded-(for|port|proto)"));
        headers.add(new ProxyHeader(
                "X-Forwarded-For",
                before.map(known -> known + ", " + request.sourceIp()).orElse(request.sourceIp())));
        headers.add(new ProxyHeader("X-Forwarded-Port", port(request)));
        headers.add(new ProxyHeader("X-Forwarded-Proto", "http"));
        if (request.header("x-amzn-trace-id").isEmpty()) {
            headers.add(new ProxyHeader("X-Amzn-Trace-Id", trace(request)));
        }
        return new ProxyRequest(
                request.method(),
                rawPath,
                request.rawQuery(),
                headers,
                request.body(),
                request.host(),
                request.sourceIp(),
                request.protocol(),
                request.requestId(),
                request.at());
    }

    private static String port(ProxyRequest request) {
        String host = request.header("host").orElse("");
        int colon = host.lastIndexOf(':');
        return colon < 0 ? "80" : host.substring(colon + 1);
    }

    private static String trace(ProxyRequest request) {
        byte[] id = new byte[TRACE_BYTES];
        RANDOM.nextBytes(id);
        return "Root=1-%08x-%s"
                .formatted(request.at().getEpochSecond(), HexFormat.of().formatHex(id));
    }
}
