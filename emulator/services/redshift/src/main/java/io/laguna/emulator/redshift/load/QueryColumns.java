package io.laguna.emulator.redshift.load;

import io.laguna.redshift.load.unload.Column;
import io.laguna.redshift.load.value.ColumnType;
import io.laguna.redshift.load.value.Kind;
import io.laguna.redshift.sql.statement.DataFormat;
import io.laguna.redshift.sql.statement.LoadOption;
import io.laguna.redshift.sql.statement.Statement;
import io.laguna.redshift.sql.text.Literals;
import io.laguna.redshift.wire.message.SqlFailure;
import io.laguna.redshift.wire.order.Workbench;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The columns of an UNLOAD's query.
 *
 * @param all the query's columns
 * @param kept the numbers of those that files have
 * @param partitions the numbers of those in the names of folders, in the order of PARTITION BY
 */
record QueryColumns(List<Column> all, List<Integer> kept, List<Integer> partitions) {
    static QueryColumns of(Statement.Unload unload, Workbench bench) throws SqlFailure, IOException {
        List<Column> all = new ArrayList<>();
        List<List<Optional<String>>> rows = bench.query("SELECT name, type, modifier FROM laguna.describe("
                + Literals.quoted(unload.query().text()) + ") ORDER BY number");
        for (List<Optional<String>> row : rows) {
            all.add(column(row));
        }
        boolean named = needsNames(unload);
        if (named && all.stream().anyMatch(column -> column.name().isEmpty())) {
            throw new SqlFailure("42701", "The names of the columns of the query in UNLOAD must be unique");
        }
        List<Integer> partitions = new ArrayList<>();
        for (String name : unload.partitions()) {
            partitions.add(IntStream.range(0, all.size())
                    .filter(i -> all.get(i).name().equals(name))
                    .boxed()
                    .findFirst()
                    .orElseThrow(() -> new SqlFailure(
                            "42703", "column \"" + name + "\" of PARTITION BY is not in the query of UNLOAD")));
        }
        List<Integer> kept = IntStream.range(0, all.size())
                .filter(i -> unload.includesPartitions() || !partitions.contains(i))
                .boxed()
                .toList();
        if (kept.isEmpty()) {
            throw new SqlFailure("XX000", "PARTITION BY without INCLUDE must leave a column of the query");
        }
        return new QueryColumns(List.copyOf(all), kept, List.copyOf(partitions));
    }

    private static Column column(List<Optional<String>> row) throws SqlFailure {
        String type = row.get(1).orElseThrow();
        return new Column(
                row.get(0).orElseThrow(),
                type.equals("unknown")
                        ? new ColumnType(Kind.VARCHAR, 256, 0)
                        : ColumnType.of(type, Integer.parseInt(row.get(2).orElseThrow()))
                                .orElseThrow(() -> new SqlFailure(
                                        "0A000", "UNLOAD of type " + type + " is not implemented by Laguna")));
    }

    private static boolean needsNames(Statement.Unload unload) {
        return unload.format() instanceof DataFormat.Json
                || unload.format() instanceof DataFormat.Parquet
                || !unload.partitions().isEmpty()
                || unload.options().has(LoadOption.HEADER)
                || unload.options().has(LoadOption.VERBOSE);
    }

    /** Returns the statement by which the engine sends the rows, those of a partition together. */
    String copySql(String query) {
        String order =
                partitions.stream().map(number -> Integer.toString(number + 1)).collect(Collectors.joining(", "));
        return partitions.isEmpty()
                ? "COPY (" + query + ") TO STDOUT"
                : "COPY (SELECT * FROM (" + query + ") AS laguna_unload ORDER BY " + order + ") TO STDOUT";
    }
}
