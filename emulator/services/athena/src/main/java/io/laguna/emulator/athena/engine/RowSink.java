package io.laguna.emulator.athena.engine;

import java.io.IOException;
import java.util.List;

/** Takes a result as it comes. */
public interface RowSink {
    /** For statements that are run for what they do. */
    RowSink NOBODY = new RowSink() {
        @Override
        public void columns(List<QueryColumn> columns) {}

        @Override
        public void row(List<Object> values) {}
    };

    /** Called once, before the first row. */
    void columns(List<QueryColumn> columns) throws IOException;

    /** A row; its values are as {@link io.trino.client.StatementClient} gives them, null for SQL's. */
    void row(List<Object> values) throws IOException;
}
