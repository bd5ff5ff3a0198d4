package io.laguna.emulator.glue.expression;

/** An expression that cannot be understood; the message says where and why. */
public final class InvalidExpressionException extends RuntimeException {
    private static final long serialVersionUID = 1;

    InvalidExpressionException(String message) {
        super(message);
    }
}
