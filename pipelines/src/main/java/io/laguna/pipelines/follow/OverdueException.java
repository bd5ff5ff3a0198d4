package io.laguna.pipelines.follow;

/** The failure of a wait: its end did not come in time. */
public final class OverdueException extends RuntimeException {
    private static final long serialVersionUID = 1;

    OverdueException(String message) {
        super(message);
    }
}
