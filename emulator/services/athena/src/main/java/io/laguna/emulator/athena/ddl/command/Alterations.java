package io.laguna.emulator.athena.ddl.command;

import io.laguna.emulator.athena.ddl.model.CatalogTable;
import io.laguna.emulator.athena.ddl.model.Failures;
import io.laguna.emulator.athena.ddl.model.StatementFailure;

/** The rule which changes are possible with which kind of table. */
final class Alterations {
    private Alterations() {}

    /**
     * Checks that a table is one of Hive's.
     *
     * @throws StatementFailure for Iceberg's tables, which keep partitions and places themselves, and for views
     */
    static void requireHive(CatalogTable table) {
        if (table.isIceberg()) {
            throw Failures.icebergUnsupported();
        }
        requireTable(table);
    }

    static void requireTable(CatalogTable table) {
        if (table.isView()) {
            throw Failures.semantic(
                    "[Error 10132]: To alter a view you need to use the ALTER VIEW command. " + table.name());
        }
    }
}
