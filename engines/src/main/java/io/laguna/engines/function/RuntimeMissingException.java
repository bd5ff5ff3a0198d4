package io.laguna.engines.function;

/** Thrown when this machine lacks what runs a function. The message says what, and how it comes. */
public final class RuntimeMissingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RuntimeMissingException(String message) {
        super(message);
    }
}
