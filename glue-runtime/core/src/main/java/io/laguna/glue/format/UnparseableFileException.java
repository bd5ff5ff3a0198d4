package io.laguna.glue.format;

import java.io.IOException;
import java.io.Serial;

/** A file that is not of its format as a whole. The text is AWS's; it is the last cause, which is what a run shows. */
public final class UnparseableFileException extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;

    UnparseableFileException(String file, Throwable cause) {
        super("Unable to parse file: " + file);
        addSuppressed(cause);
    }
}
