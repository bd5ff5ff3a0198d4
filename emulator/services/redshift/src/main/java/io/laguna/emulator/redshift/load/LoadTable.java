package io.laguna.emulator.redshift.load;

import io.laguna.redshift.load.value.ColumnType;
import io.laguna.redshift.load.value.Target;
import io.laguna.redshift.sql.statement.LoadOption;
import io.laguna.redshift.sql.statement.LoadOptions;
import io.laguna.redshift.sql.text.Literals;
import io.laguna.redshift.sql.text.Names;
import io.laguna.redshift.sql.text.QualifiedName;
import io.laguna.redshift.wire.message.SqlFailure;
import io.laguna.redshift.wire.order.Workbench;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The table of a COPY, and those of its columns that the files have.
 *
 * @param name the table's name alone
 * @param sql the whole name, for the engine
 * @param oid the table's id in the catalog
 */
record LoadTable(String name, String sql, int oid, List<Target> columns) {
    private static final String COLUMNS =
            """
            SELECT c.oid, c.relkind, n.nspname, a.attname, t.typname, a.atttypmod, a.attnotnull, a.attidentity
            FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
            LEFT JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
            WHERE c.oid = pg_catalog.to_regclass(%s) ORDER BY a.attnum
            """;

    /** A column as the catalog has it. */
    private record Known(Target target, boolean always) {}

    /**
     * Finds a table.
     *
     * @param chosen the columns of the statement, or none for all
     */
    static LoadTable find(QualifiedName table, List<String> chosen, LoadOptions options, Workbench bench)
            throws SqlFailure, IOException {
        List<List<Optional<String>>> rows = bench.query(COLUMNS.formatted(Literals.quoted(table.sql())));
        if (rows.isEmpty()) {
            throw new SqlFailure("XX000", "Cannot COPY into nonexistent table " + table.last());
        }
        List<Optional<String>> first = rows.get(0);
        if (!first.get(1).equals(Optional.of("r"))) {
            throw new SqlFailure("42809", "\"" + table.last() + "\" is not a table: COPY loads tables alone");
        }
        List<Known> known = new ArrayList<>();
        for (List<Optional<String>> row : rows) {
            if (row.get(3).isPresent()) {
                known.add(known(table, row));
            }
        }
        List<Target> columns = chosen.isEmpty()
                ? all(known, options.has(LoadOption.EXPLICIT_IDS))
                : some(table, chosen, known, options.has(LoadOption.EXPLICIT_IDS));
        return new LoadTable(
                table.last(),
                Names.quoted(first.get(2).orElseThrow()) + "." + Names.quoted(table.last()),
                Integer.parseUnsignedInt(first.get(0).orElseThrow()),
                columns);
    }

    private static Known known(QualifiedName table, List<Optional<String>> row) throws SqlFailure {
        String column = row.get(3).orElseThrow();
        String type = row.get(4).orElseThrow();
        ColumnType read = ColumnType.of(type, Integer.parseInt(row.get(5).orElseThrow()))
                .orElseThrow(() -> new SqlFailure(
                        "0A000",
                        "COPY into column \"" + column + "\" of \"" + table.last() + "\" of type " + type
                                + " is not implemented by Laguna"));
        boolean nullable = row.get(6).orElseThrow().equals("f");
        return new Known(new Target(column, read, nullable), row.get(7).equals(Optional.of("a")));
    }

    private static List<Target> all(List<Known> known, boolean explicit) {
        return known.stream()
                .filter(column -> explicit || !column.always())
                .map(Known::target)
                .toList();
    }

    private static List<Target> some(QualifiedName table, List<String> chosen, List<Known> known, boolean explicit)
            throws SqlFailure {
        List<Target> columns = new ArrayList<>();
        for (String name : chosen) {
            Known column = known.stream()
                    .filter(each -> each.target().name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new SqlFailure(
                            "42703", "column \"" + name + "\" of relation \"" + table.last() + "\" does not exist"));
            if (column.always() && !explicit) {
                throw new SqlFailure(
                        "42601",
                        "IDENTITY column \"" + name
                                + "\" may not be specified in the column list without EXPLICIT_IDS");
            }
            columns.add(column.target());
        }
        boolean lacks = explicit
                && known.stream()
                        .anyMatch(each ->
                                each.always() && !chosen.contains(each.target().name()));
        if (lacks) {
            throw new SqlFailure("42601", "EXPLICIT_IDS needs the IDENTITY column in the column list");
        }
        if (new HashSet<>(chosen).size() < chosen.size()) {
            throw new SqlFailure("42701", "A column is specified more than once in the column list");
        }
        return columns;
    }

    /** Returns the engine's statement that takes the rows. */
    String copySql() {
        String names =
                columns.stream().map(column -> Names.quoted(column.name())).collect(Collectors.joining(", "));
        return "COPY " + sql + " (" + names + ") FROM STDIN (FORMAT binary)";
    }
}
