package io.laguna.emulator.logs.pattern;

/** The failure of a text that is no filter pattern. */
public final class InvalidPatternException extends Exception {
    private static final long serialVersionUID = 1;

    InvalidPatternException(String message) {
        super(message);
    }
}
