package io.laguna.engines.function;

/** Thrown when the code of a function has no program with which it begins. */
public final class EntryPointException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EntryPointException(String message) {
        super(message);
    }
}
