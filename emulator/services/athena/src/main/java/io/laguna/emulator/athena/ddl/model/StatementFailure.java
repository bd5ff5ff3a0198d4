package io.laguna.emulator.athena.ddl.model;

import software.amazon.awssdk.services.athena.model.AthenaError;

/** The failure of a statement, for a reason that its author has to know. */
public final class StatementFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int errorType;

    /**
     * Creates the failure of a statement.
     *
     * @param message what Athena gives as StateChangeReason: {@code FAILED: SemanticException …}
     * @param errorType Athena's number for the kind of failure: {@link AthenaError#errorType()}
     */
    public StatementFailure(String message, int errorType) {
        super(message);
        this.errorType = errorType;
    }

    public int errorType() {
        return errorType;
    }
}
