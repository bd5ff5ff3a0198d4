package io.laguna.emulator.edge.guard;

import io.laguna.wire.WireRequest;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The rights of an answer that a browser shows as a document. Without a policy a script in the document would be of the
 * endpoint's own origin, and could call everything there.
 *
 * @see <a href="https://www.w3.org/TR/CSP3/">Content Security Policy</a>
 */
public enum DocumentPolicy {
    /** The document may run scripts, of an origin that nobody else has. */
    SANDBOX("sandbox allow-scripts allow-popups allow-downloads; frame-ancestors 'self'"),

    /** The document is data: it loads nothing, and no page shows it in a frame. */
    DATA("default-src 'none'; frame-ancestors 'none'"),

    /** The document is a page of Laguna's, which brings a policy of its own. */
    OWN("");

    private static final Set<String> SHOWN = Set.of("document", "iframe", "frame", "embed", "object");

    private final String policy;

    DocumentPolicy(String policy) {
        this.policy = policy;
    }

    /** Returns the headers of the answer to a request. */
    public Map<String, String> headers(WireRequest request) {
        return this != OWN && isShown(request)
                ? Map.of("Content-Security-Policy", policy, "X-Content-Type-Options", "nosniff")
                : Map.of();
    }

    /**
     * Tells whether a browser asks for a document. Over HTTP to another machine browsers do not say so, but they say
     * that they want HTML.
     */
    private static boolean isShown(WireRequest request) {
        Optional<String> destination = Headers.first(request, "sec-fetch-dest");
        return destination.isPresent()
                ? SHOWN.contains(destination.get())
                : Headers.first(request, "accept")
                        .filter(types -> types.contains("text/html"))
                        .isPresent();
    }
}
