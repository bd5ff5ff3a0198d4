package io.laguna.emulator.glue.expression;

/** The failure to understand an expression; the message says where and why. */
public final class InvalidExpressionException extends RuntimeException {
    private static final long serialVersionUID = 1;

    InvalidExpressionException(String message) {
        super(message);
    }
}
