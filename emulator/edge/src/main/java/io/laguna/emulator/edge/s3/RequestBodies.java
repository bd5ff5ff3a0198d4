package io.laguna.emulator.edge.s3;

import java.io.InputStream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.ContentStreamProvider;

/** The bodies of requests, as the SDK's clients are handed them. */
final class RequestBodies {
    private static final String TYPE = "application/octet-stream";

    private RequestBodies() {}

    /**
     * Returns a body that can be read once.
     *
     * @param length in bytes, or -1
     */
    static RequestBody of(InputStream body, long length) {
        ContentStreamProvider once = () -> body;
        return length < 0
                ? RequestBody.fromContentProvider(once, TYPE)
                : RequestBody.fromContentProvider(once, length, TYPE);
    }
}
