package io.laguna.emulator.athena.ddl.read;

import io.laguna.emulator.athena.ddl.command.OptimizeTable;
import io.laguna.emulator.athena.ddl.command.VacuumTable;
import io.laguna.emulator.athena.ddl.grammar.Grammar;
import io.laguna.emulator.athena.ddl.grammar.Names;
import io.laguna.emulator.athena.ddl.model.CatalogStatement;
import io.laguna.emulator.athena.ddl.model.Failures;
import io.laguna.emulator.athena.ddl.model.StatementFailure;
import io.laguna.emulator.athena.ddl.model.TableName;
import io.laguna.emulator.athena.ddl.words.Words;
import java.util.Optional;
import org.antlr.v4.runtime.Token;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser;

/** The reader of OPTIMIZE and VACUUM, which Spark's grammar does not know. */
final class MaintenanceReader {
    private static final String ACTION = "REWRITE DATA USING BIN_PACK";

    private final String statement;
    private final Words words;

    MaintenanceReader(String statement, Words words) {
        this.statement = statement;
        this.words = words;
    }

    CatalogStatement optimize() {
        int action = words.outside(1, "REWRITE").orElse(words.size());
        int after = action + 4;
        if (!words.are(action, ACTION)) {
            throw refused(action);
        }
        TableName table = table(1, action);
        if (after == words.size()) {
            return new OptimizeTable(table, Optional.empty());
        }
        if (!words.are(after, "WHERE") || after + 1 == words.size()) {
            throw refused(after);
        }
        Token first = words.get(after + 1);
        Token last = words.get(words.size() - 1);
        return new OptimizeTable(table, Optional.of(text(first.getStartIndex(), last.getStopIndex())));
    }

    CatalogStatement vacuum() {
        return new VacuumTable(table(1, words.size()));
    }

    private TableName table(int from, int to) {
        Words name = words.part(from, to);
        if (name.size() == 0) {
            throw refused(from);
        }
        return new Names(name)
                .table(Grammar.read(name, SqlBaseParser::singleMultipartIdentifier)
                        .multipartIdentifier());
    }

    /** Returns the text from one token to another. Tokens count characters as Unicode does. */
    private String text(int first, int last) {
        return statement.substring(statement.offsetByCodePoints(0, first), statement.offsetByCodePoints(0, last + 1));
    }

    private StatementFailure refused(int at) {
        return Failures.syntax(words, at, "");
    }
}
