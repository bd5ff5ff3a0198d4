package io.laguna.redshift.load.plan;

import java.io.IOException;

/** The refusal of a whole file, as of a column store whose columns are not the table's. */
public final class FileRefused extends IOException {
    private static final long serialVersionUID = 1L;

    /** @param message what Redshift says in the context of its error */
    public FileRefused(String message) {
        super(message);
    }
}
