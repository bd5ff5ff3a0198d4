package io.laguna.emulator.athena.sql;

/** The failure to read a text as a statement. The message has line and column. */
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

    /** Returns the failure of a text that Trino's grammar does not know. */
    static SyntaxFailure ofGrammar(String message) {
        return new SyntaxFailure(message, true);
    }

    /**
     * Tells whether the failure is one of Trino's grammar, for which the engine, which has the same grammar, has better
     * words.
     */
    public boolean isOfGrammar() {
        return ofGrammar;
    }
}
