package io.laguna.emulator.edge.payload;

import java.io.IOException;

/**
 * The refusal of a body that cannot be had, is not the one that was promised, or is a form that is not taken.
 */
public final class BodyRefusal extends IOException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String code;

    public BodyRefusal(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    /** Returns the status of the answer. */
    public int status() {
        return status;
    }

    /** Returns the error code that AWS has for it. */
    public String code() {
        return code;
    }
}
