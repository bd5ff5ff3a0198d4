package io.laguna.emulator.edge.guard;

/** The refusal of a request; the message says why, and which setting would let the request in. */
public final class Forbidden extends Exception {
    private static final long serialVersionUID = 1;

    public Forbidden(String message) {
        super(message);
    }
}
