package io.laguna.emulator.athena.ddl.read;

import io.laguna.emulator.athena.ddl.words.Words;
import java.util.List;
import java.util.Optional;

/**
 * The statements of Hive and Trino that Athena does not take.
 *
 * @see <a href="https://docs.aws.amazon.com/athena/latest/ug/unsupported-ddl.html">Unsupported DDL</a>
 */
final class UnsupportedStatements {
    private static final List<String> BEGINNINGS = List.of(
            "ALTER INDEX",
            "ALTER VIEW",
            "ANALYZE",
            "CALL",
            "COMMENT ON",
            "COMMIT",
            "CREATE FUNCTION",
            "CREATE INDEX",
            "CREATE ROLE",
            "CREATE TEMPORARY",
            "DFS",
            "DROP FUNCTION",
            "DROP INDEX",
            "DROP ROLE",
            "DROP TEMPORARY",
            "EXPORT",
            "GRANT",
            "IMPORT",
            "INSERT OVERWRITE",
            "LOAD DATA",
            "LOCK",
            "REFRESH",
            "RESET",
            "REVOKE",
            "ROLLBACK",
            "SET",
            "SHOW COMPACTIONS",
            "SHOW CURRENT",
            "SHOW GRANT",
            "SHOW INDEXES",
            "SHOW LOCKS",
            "SHOW PRINCIPALS",
            "SHOW ROLE",
            "SHOW ROLES",
            "SHOW SESSION",
            "SHOW STATS",
            "SHOW TABLE",
            "SHOW TRANSACTIONS",
            "START TRANSACTION",
            "TRUNCATE",
            "UNLOCK",
            "USE");

    /** The statements that need a name behind them; without one they describe a table of that name. */
    private static final List<String> DESCRIPTIONS =
            List.of("DESCRIBE DATABASE", "DESC DATABASE", "DESCRIBE SCHEMA", "DESC SCHEMA", "DESCRIBE FUNCTION");

    private UnsupportedStatements() {}

    /** Returns the name of the statement, if it is one of these. */
    static Optional<String> name(Words words) {
        return BEGINNINGS.stream().filter(words::startWith).findFirst().or(() -> DESCRIPTIONS.stream()
                .filter(beginning -> words.size() > 2 && words.startWith(beginning))
                .findFirst());
    }
}
