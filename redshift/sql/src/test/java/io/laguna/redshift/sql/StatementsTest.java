package io.laguna.redshift.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.laguna.redshift.sql.query.Columns;
import io.laguna.redshift.sql.text.SqlError;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests of how statements are read, from the table {@code statements.txt}. */
class StatementsTest {
    /** The tables that the cases know columns of. */
    private static final Map<String, List<String>> TABLES = Map.of(
            "sales", List.of("id", "region", "amount"),
            "part", List.of("partname", "manufacturer", "quality", "price"),
            "t", List.of("a", "b", "c"));

    static final Columns CATALOG = relation -> Optional.ofNullable(TABLES.get(relation.last()));

    static List<Cases> statements() {
        return Cases.in("statements.txt");
    }

    @ParameterizedTest
    @MethodSource("statements")
    void readsEachStatement(Cases statement) {
        assertThat(read(statement.input())).isEqualTo(statement.expected());
    }

    @Test
    void theTableIsLong() {
        assertThat(statements()).hasSizeGreaterThan(200);
        assertThat(statements()).extracting(Cases::title).doesNotHaveDuplicates();
    }

    /** Returns what comes of a text: a line for each statement, {@code same} for one that passes as it is, or the error. */
    static String read(String text) {
        try {
            Dialect dialect = Dialect.of(CATALOG);
            return dialect.split(text).stream()
                    .map(piece -> {
                        String shown = Shown.statement(dialect.read(piece));
                        return shown.equals(piece.text().strip()) ? "same" : shown;
                    })
                    .collect(Collectors.joining("\n"));
        } catch (SqlError e) {
            return "ERROR " + e.state() + " at " + e.place() + ": " + e.getMessage()
                    + (e.detail().isEmpty() ? "" : " | " + e.detail());
        }
    }
}
