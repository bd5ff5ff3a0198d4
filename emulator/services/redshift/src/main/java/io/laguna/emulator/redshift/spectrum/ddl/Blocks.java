package io.laguna.emulator.redshift.spectrum.ddl;

import io.laguna.redshift.wire.message.SqlFailure;
import io.laguna.redshift.wire.order.Workbench;

/** The rule that changes of external tables stand alone: the Data Catalog knows no transaction of a session's. */
final class Blocks {
    private Blocks() {}

    /**
     * Fails within a transaction block.
     *
     * @param statement as the error names it: {@code CREATE EXTERNAL TABLE}
     */
    static void refuse(String statement, Workbench bench) throws SqlFailure {
        if (bench.isInBlock()) {
            throw new SqlFailure("25001", statement + " cannot run inside a transaction block");
        }
    }
}
