package io.laguna.emulator.edge;

/** The failure of the edge to start; the message says why and what to do. */
public final class EdgeFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    EdgeFailure(String message) {
        super(message);
    }

    EdgeFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
