package io.laguna.redshift.load.record;

import java.io.IOException;

/** The end of a load at a row of more than 4 MB. */
public final class RowTooLong extends IOException {
    private static final long serialVersionUID = 1L;

    RowTooLong(long line) {
        super("Input row at line " + line + " exceeds the maximum row size of 4 MB");
    }
}
