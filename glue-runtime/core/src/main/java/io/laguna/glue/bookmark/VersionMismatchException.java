package io.laguna.glue.bookmark;

import java.io.IOException;
import java.io.Serial;

/** A bookmark that another run of the job has moved meanwhile. */
public final class VersionMismatchException extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;

    VersionMismatchException(String message) {
        super(message);
    }
}
