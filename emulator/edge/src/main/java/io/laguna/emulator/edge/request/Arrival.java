package io.laguna.emulator.edge.request;

import io.laguna.emulator.edge.guard.HostHeader;
import io.laguna.wire.WireRequest;
import java.util.List;

/**
 * A request of which only the head has been read.
 *
 * @param head without the body
 * @param claim who sent it, by the request's own word
 * @param host what the name in {@code Host} tells: a service, a bucket, or neither
 */
public record Arrival(WireRequest head, QueryString query, Claim claim, HostName host) {
    public static Arrival of(WireRequest head, List<String> ownNames) {
        QueryString query = QueryString.parse(head.rawQuery());
        return new Arrival(head, query, ClaimReader.read(head, query), HostName.parse(hostHeader(head), ownNames));
    }

    public HttpTarget target() {
        return new HttpTarget(head.method(), HostHeader.name(hostHeader(head)), head.rawPath());
    }

    private static String hostHeader(WireRequest head) {
        return ClaimReader.header(head, "host").orElse("");
    }
}
