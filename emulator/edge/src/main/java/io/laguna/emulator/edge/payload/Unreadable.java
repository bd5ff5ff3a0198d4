package io.laguna.emulator.edge.payload;

import java.io.IOException;

/** A body that cannot be had, or is not the one that was promised. */
public final class Unreadable extends IOException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String code;

    public Unreadable(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    /** Of the answer. */
    public int status() {
        return status;
    }

    /** As AWS calls it. */
    public String code() {
        return code;
    }
}
