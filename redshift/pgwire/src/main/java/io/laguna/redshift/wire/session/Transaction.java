package io.laguna.redshift.wire.session;

/** The state of a session's transaction, as ReadyForQuery tells it. */
enum Transaction {
    NONE('I'),
    OPEN('T'),
    FAILED('E');

    private final char letter;

    Transaction(char letter) {
        this.letter = letter;
    }

    static Transaction of(char letter) {
        for (Transaction state : values()) {
            if (state.letter == letter) {
                return state;
            }
        }
        throw new IllegalArgumentException("No state of a transaction: " + letter);
    }

    /**
     * Returns the state after a statement with this command tag: drivers send BEGIN and what follows without a Sync between
     * them, so that the engine says nothing of the state yet.
     */
    Transaction after(String tag, boolean unsynced) {
        if (tag.equals("BEGIN") || tag.equals("START TRANSACTION")) {
            return OPEN;
        }
        return unsynced && (tag.equals("COMMIT") || tag.equals("ROLLBACK")) ? NONE : this;
    }

    char letter() {
        return letter;
    }
}
