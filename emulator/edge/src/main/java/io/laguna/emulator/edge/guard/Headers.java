package io.laguna.emulator.edge.guard;

import io.laguna.wire.WireRequest;
import java.util.List;
import java.util.Optional;

/** The headers of a request, whose names are in lower case. */
final class Headers {
    private Headers() {}

    static List<String> all(WireRequest request, String name) {
        return request.headers().getOrDefault(name, List.of());
    }

    static Optional<String> first(WireRequest request, String name) {
        return all(request, name).stream().findFirst();
    }
}
