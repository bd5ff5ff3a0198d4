package io.laguna.emulator.redshift.session;

import io.laguna.redshift.sql.statement.Statement.AppendTable;
import io.laguna.redshift.sql.text.Literals;
import io.laguna.redshift.sql.text.Names;
import io.laguna.redshift.sql.text.QualifiedName;
import io.laguna.redshift.wire.message.SqlFailure;
import io.laguna.redshift.wire.order.Answer;
import io.laguna.redshift.wire.order.Workbench;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The move of a table's rows into another one.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/dg/r_ALTER_TABLE_APPEND.html">ALTER TABLE APPEND</a>
 */
record Append(AppendTable statement) implements Answer {
    @Override
    public String run(Workbench bench) throws SqlFailure, IOException {
        Map<String, String> target = columns(statement.target(), bench);
        Map<String, String> source = columns(statement.source(), bench);
        if (!statement.ignoresExtra()) {
            expectAll(source.keySet(), target.keySet(), "IGNOREEXTRA");
        }
        if (!statement.fillsTarget()) {
            expectAll(target.keySet(), source.keySet(), "FILLTARGET");
        }
        for (Map.Entry<String, String> column : source.entrySet()) {
            String other = target.getOrDefault(column.getKey(), column.getValue());
            if (!other.equals(column.getValue())) {
                throw new SqlFailure(
                        "42804",
                        "column \"" + column.getKey() + "\" is of type " + column.getValue()
                                + " in the source table and " + other + " in the target table");
            }
        }
        String columns = source.keySet().stream()
                .filter(target::containsKey)
                .map(Names::quoted)
                .collect(Collectors.joining(", "));
        bench.execute("INSERT INTO " + statement.target().sql() + " (" + columns + ") SELECT " + columns + " FROM "
                + statement.source().sql());
        bench.execute("TRUNCATE " + statement.source().sql());
        return "ALTER TABLE APPEND";
    }

    private static void expectAll(Set<String> names, Set<String> among, String option) throws SqlFailure {
        Optional<String> missing =
                names.stream().filter(name -> !among.contains(name)).findFirst();
        if (missing.isPresent()) {
            throw new SqlFailure(
                    "42703",
                    "column \"" + missing.get() + "\" is not in both tables, and " + option + " is not specified");
        }
    }

    /** Returns the types of a table's columns by their names. */
    private static Map<String, String> columns(QualifiedName table, Workbench bench) throws SqlFailure, IOException {
        String query = "SELECT attname, pg_catalog.format_type(atttypid, atttypmod) FROM pg_catalog.pg_attribute"
                + " WHERE attrelid = " + Literals.quoted(table.sql())
                + "::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum";
        Map<String, String> columns = new LinkedHashMap<>();
        for (List<Optional<String>> row : bench.query(query)) {
            columns.put(row.get(0).orElseThrow(), row.get(1).orElseThrow());
        }
        return columns;
    }
}
