package io.laguna.redshift.load.record;

/** The refusal of a JSONPaths file. */
public final class InvalidPaths extends Exception {
    private static final long serialVersionUID = 1L;

    InvalidPaths(String message) {
        super(message);
    }
}
