package io.laguna.pipelines.sales;

/** The failure of a run; the message says of which part, and why. */
public final class SalesFailedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    SalesFailedException(String message) {
        super(message);
    }
}
