package io.laguna.emulator.athena.sql;

/** A statement that is none. The message has line and column. */
public final class SyntaxFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean ofGrammar;

    public SyntaxFailure(String message) {
        this(message, false);
    }

    private SyntaxFailure(String message, boolean ofGrammar) {
        super(message);
        this.ofGrammar = ofGrammar;
    }

    /** Of a text that Trino's grammar does not know. */
    static SyntaxFailure ofGrammar(String message) {
        return new SyntaxFailure(message, true);
    }

    /** Tells whether the engine, which has the same grammar, says it better. */
    public boolean isOfGrammar() {
        return ofGrammar;
    }
}
