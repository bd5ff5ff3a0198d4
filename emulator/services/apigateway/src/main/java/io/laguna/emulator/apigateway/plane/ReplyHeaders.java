package io.laguna.emulator.apigateway.plane;

import io.laguna.emulator.apigateway.record.ApiKind;
import io.laguna.emulator.kit.proxy.ProxyHeader;
import io.laguna.emulator.kit.proxy.ProxyReply;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The headers of answers that belong to the gateway and not to integrations. REST APIs give those of integrations other
 * names.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html">Important
 *     notes</a>
 */
final class ReplyHeaders {
    private static final Set<String> DROPPED = Set.of("content-length", "transfer-encoding", "keep-alive", "trailer");
    private static final Set<String> RENAMED =
            Set.of("authorization", "connection", "date", "host", "server", "user-agent", "www-authenticate");

    private ReplyHeaders() {}

    static ProxyReply of(ApiKind kind, ProxyReply reply, String requestId) {
        List<ProxyHeader> headers = new ArrayList<>();
        for (ProxyHeader header : reply.headers()) {
            if (RENAMED.contains(header.key()) && kind == ApiKind.REST) {
                headers.add(new ProxyHeader("x-amzn-Remapped-" + header.name(), header.value()));
            } else if (!DROPPED.contains(header.key()) && !header.key().equals("connection")) {
                headers.add(header);
            }
        }
        switch (kind) {
            case HTTP -> headers.add(new ProxyHeader("Apigw-Requestid", requestId));
            case REST -> {
                headers.add(new ProxyHeader("x-amzn-RequestId", requestId));
                headers.add(new ProxyHeader("x-amz-apigw-id", requestId));
            }
        }
        return new ProxyReply(reply.status(), headers, reply.body());
    }
}
