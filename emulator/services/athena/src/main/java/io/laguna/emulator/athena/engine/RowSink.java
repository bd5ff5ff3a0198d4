package io.laguna.emulator.athena.engine;

import java.io.IOException;
import java.util.List;

/** The receiver of a result, which comes row by row. */
public interface RowSink {
    /** A receiver that ignores rows, for statements that are run for what they do. */
    RowSink NOBODY = new RowSink() {
        @Override
        public void columns(List<QueryColumn> columns) {}

        @Override
        public void row(List<Object> values) {}
    };

    /** Receives the columns. This is called once, before the first row. */
    void columns(List<QueryColumn> columns) throws IOException;

    /** Receives a row; its values are as {@link io.trino.client.StatementClient} gives them, null for SQL's. */
    void row(List<Object> values) throws IOException;
}
