package io.laguna.emulator.edge.guard;

/** A request that is not let in; the message says why, and which setting would let it in. */
public final class Forbidden extends Exception {
    private static final long serialVersionUID = 1;

    public Forbidden(String message) {
        super(message);
    }
}
