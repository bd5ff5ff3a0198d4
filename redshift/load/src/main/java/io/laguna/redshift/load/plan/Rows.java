package io.laguna.redshift.load.plan;

import io.laguna.redshift.load.value.Row;
import java.io.Closeable;
import java.io.IOException;

/** The rows of one file. */
public interface Rows extends Closeable {
    /** The result of the reading of a row. */
    enum Outcome {
        ROW,
        REJECTED,
        END
    }

    /** Writes the next row. */
    Outcome next(Row row) throws IOException;
}
