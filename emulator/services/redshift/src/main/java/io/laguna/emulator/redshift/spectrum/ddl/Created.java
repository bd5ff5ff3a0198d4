package io.laguna.emulator.redshift.spectrum.ddl;

import io.laguna.redshift.wire.message.SqlFailure;

/** The result of the making of a table in the Data Catalog. */
enum Created {
    NEW,
    THERE,
    NO_DATABASE;

    /** Fails unless the table is new. */
    void check(Target target) throws SqlFailure {
        switch (this) {
            case NEW -> {}
            case THERE -> throw new SqlFailure("42P07", "External table \"" + target.table() + "\" already exists");
            case NO_DATABASE -> throw new SqlFailure(
                    "3D000", "External database \"" + target.schema().database() + "\" does not exist");
        }
    }
}
