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

    char letter() {
        return letter;
    }
}
