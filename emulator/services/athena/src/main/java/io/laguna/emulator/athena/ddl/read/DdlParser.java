package io.laguna.emulator.athena.ddl.read;

import io.laguna.emulator.athena.ddl.command.InHiveWords;
import io.laguna.emulator.athena.ddl.model.CatalogStatement;
import io.laguna.emulator.athena.ddl.model.Failures;
import io.laguna.emulator.athena.ddl.model.StatementFailure;
import io.laguna.emulator.athena.ddl.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The parser of Athena's DDL. It uses the grammar of Spark SQL, which takes Hive's statements and, beyond them, the
 * partition transforms of Iceberg.
 *
 * @see <a href="https://docs.aws.amazon.com/athena/latest/ug/ddl-reference.html">DDL statements</a>
 */
public final class DdlParser {
    private static final List<String> BEGINNINGS = List.of(
            "ALTER",
            "CREATE DATABASE",
            "CREATE EXTERNAL",
            "CREATE SCHEMA",
            "CREATE TABLE",
            "DESC",
            "DESCRIBE",
            "DROP DATABASE",
            "DROP SCHEMA",
            "DROP TABLE",
            "MSCK",
            "SHOW COLUMNS",
            "SHOW CREATE TABLE",
            "SHOW DATABASES",
            "SHOW PARTITIONS",
            "SHOW SCHEMAS",
            "SHOW TABLES",
            "SHOW TBLPROPERTIES",
            "SHOW VIEWS");

    private DdlParser() {}

    /**
     * Returns the statement, if it is one of Athena's DDL; empty for a statement that is left to the engine.
     *
     * @throws StatementFailure for DDL that cannot be read, or that Athena refuses
     */
    public static Optional<CatalogStatement> parse(String statement) {
        Words words = Words.of(statement);
        UnsupportedStatements.name(words).ifPresent(name -> {
            throw Failures.unsupported(name);
        });
        if (words.startWith("OPTIMIZE")) {
            return Optional.of(new InHiveWords(new MaintenanceReader(statement, words).optimize()));
        }
        if (words.startWith("VACUUM")) {
            return Optional.of(new InHiveWords(new MaintenanceReader(statement, words).vacuum()));
        }
        if (BEGINNINGS.stream().noneMatch(words::startWith) || isCreateTableAs(words)) {
            return Optional.empty();
        }
        return Optional.of(new InHiveWords(AlterTableReader.read(words)));
    }

    /**
     * Tells whether the statement is CREATE TABLE with an AS that belongs neither to STORED AS nor to NULL DEFINED AS.
     */
    private static boolean isCreateTableAs(Words words) {
        if (!words.startWith("CREATE TABLE")) {
            return false;
        }
        OptionalInt as = words.outside(2, "AS");
        while (as.isPresent() && (words.are(as.getAsInt() - 1, "STORED") || words.are(as.getAsInt() - 1, "DEFINED"))) {
            as = words.outside(as.getAsInt() + 1, "AS");
        }
        return as.isPresent();
    }
}
