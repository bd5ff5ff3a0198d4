package io.laguna.emulator.athena.ddl;

import java.util.Optional;

/**
 * Reads Athena's DDL with the grammar of Spark SQL, which takes Hive's statements and, beyond them, the partition
 * transforms of Iceberg.
 */
public final class DdlParser {
    private DdlParser() {}

    /**
     * The statement, if it is one of Athena's DDL; empty for what is left to the engine.
     *
     * @throws StatementFailure for DDL that cannot be read, or that Athena refuses
     */
    public static Optional<CatalogStatement> parse(String statement) {
        return Optional.empty();
    }
}
