package io.laguna.emulator.edge.guard;

import io.laguna.wire.WireRequest;
import java.util.Optional;

/**
 * The rule of S3 for other sites: a person who follows a link may see an object, as a document of its own and in no
 * frame.
 */
public final class ObjectReaders implements Visitors {
    @Override
    public boolean admit(WireRequest request) {
        return request.method().equals("GET")
                && Headers.first(request, "origin").isEmpty()
                && Headers.first(request, "sec-fetch-mode").equals(Optional.of("navigate"))
                && Headers.first(request, "sec-fetch-dest").equals(Optional.of("document"));
    }
}
