package io.laguna.pipelines.follow;

/** What was waited for did not come in time. */
public final class OverdueException extends RuntimeException {
    private static final long serialVersionUID = 1;

    OverdueException(String message) {
        super(message);
    }
}
