package io.laguna.emulator.redshift.spectrum.engine;

import io.laguna.emulator.redshift.spectrum.table.ExternalColumn;
import io.laguna.emulator.redshift.spectrum.table.ExternalTable;
import io.laguna.emulator.redshift.spectrum.table.FileFormat;
import io.laguna.emulator.redshift.spectrum.type.HiveType;
import io.laguna.emulator.redshift.spectrum.type.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The statements that make DuckDB's views of a table: one of its columns, and one with the pseudocolumns besides. Both
 * join the rows of the files with a table of the files, which has the values of the partition keys; DuckDB opens only
 * the files that are left when a query filters by those.
 *
 * @param version of the table of files, which is new for each list of them: a query that runs keeps the old one
 * @param refused the errors that columns raise when they are read, since a file has another type for them
 */
record ViewText(ExternalTable table, List<LocalFile> files, long version, Map<String, String> refused) {
    private static final long LONGEST_VARCHAR = 65_535;
    /** The partitions that are parts of one view; a plan with more takes longer than the files. */
    private static final int MOST_PARTS = 200;

    List<String> statements() {
        List<String> statements = new ArrayList<>();
        statements.add("CREATE SCHEMA IF NOT EXISTS " + Types.quoted(table.database()));
        if (!files.isEmpty()) {
            statements.add("CREATE TABLE " + fileTable() + " AS SELECT * FROM (VALUES " + fileRows() + ") AS v("
                    + fileColumns() + ")");
        }
        statements.add("CREATE OR REPLACE VIEW " + named("") + " AS " + select(false));
        statements.add("CREATE OR REPLACE VIEW " + named(Views.PATHS) + " AS " + select(true));
        return statements;
    }

    /** Returns the name of the table of files. */
    String fileTable() {
        return named("$files$" + version);
    }

    private String named(String suffix) {
        return Types.quoted(table.database()) + "." + Types.quoted(table.name() + suffix);
    }

    private String select(boolean paths) {
        if (files.isEmpty()) {
            return selected("NULL", Map.of(), List.of(), paths) + " WHERE false";
        }
        Map<List<Optional<String>>, List<LocalFile>> partitions = files.stream()
                .collect(Collectors.groupingBy(
                        file -> file.object().partition(), LinkedHashMap::new, Collectors.toList()));
        boolean apart = !table.partitionKeys().isEmpty()
                && !(table.format() instanceof FileFormat.Parquet)
                && partitions.size() <= MOST_PARTS;
        if (!apart) {
            Map<String, String> keys = new HashMap<>();
            table.partitionKeys().forEach(key -> keys.put(key.name(), "p." + Types.quoted(key.name())));
            return selected("", keys, files, paths)
                    + from(files, paths || !table.partitionKeys().isEmpty());
        }
        // Constants of a partition are what lets DuckDB leave its texts unopened.
        return partitions.entrySet().stream()
                .map(part -> selected("", constants(part.getKey()), part.getValue(), paths)
                        + from(part.getValue(), paths)
                        + (paths ? " WHERE " + constantConditions(part.getKey()) : ""))
                .collect(Collectors.joining(" UNION ALL "));
    }

    private Map<String, String> constants(List<Optional<String>> values) {
        Map<String, String> constants = new HashMap<>();
        for (int i = 0; i < table.partitionKeys().size(); i++) {
            constants.put(table.partitionKeys().get(i).name(), constant(values, i));
        }
        return constants;
    }

    /** Returns the conditions by which a file that is in two partitions is joined with its own one. */
    private String constantConditions(List<Optional<String>> values) {
        List<String> conditions = new ArrayList<>();
        for (int i = 0; i < table.partitionKeys().size(); i++) {
            conditions.add("p." + Types.quoted(table.partitionKeys().get(i).name()) + " IS NOT DISTINCT FROM "
                    + constant(values, i));
        }
        return String.join(" AND ", conditions);
    }

    private String constant(List<Optional<String>> values, int index) {
        Optional<String> value = index < values.size() ? values.get(index) : Optional.empty();
        return "TRY_CAST(" + value.map(Types::literal).orElse("NULL") + " AS "
                + Types.duckDb(table.partitionKeys().get(index).type()) + ")";
    }

    private String from(List<LocalFile> some, boolean joined) {
        String source = " FROM " + Rows.of(table.format(), table.columns()).source(some) + " AS f";
        return joined ? source + " JOIN " + fileTable() + " AS p ON f.filename = p.\"$file\"" : source;
    }

    /**
     * Returns the list of columns.
     *
     * @param instead of every column's value, when there are no files
     * @param keys the expressions of the partition keys
     */
    private String selected(String instead, Map<String, String> keys, List<LocalFile> some, boolean paths) {
        List<String> columns = new ArrayList<>();
        Rows rows = Rows.of(table.format(), table.columns());
        for (int i = 0; i < table.columns().size(); i++) {
            ExternalColumn column = table.columns().get(i);
            columns.add(value(column, some.isEmpty() ? instead : rows.value(column, i)));
        }
        for (ExternalColumn key : table.partitionKeys()) {
            columns.add(value(key, keys.getOrDefault(key.name(), instead)));
        }
        if (paths) {
            columns.add((some.isEmpty() ? "NULL::VARCHAR" : "p.\"$path\"") + " AS \"$path\"");
            columns.add((some.isEmpty() ? "NULL::BIGINT" : "p.\"$size\"") + " AS \"$size\"");
            columns.add((some.isEmpty() ? "NULL::VARCHAR" : "p.\"$spectrum_oid\"") + " AS \"$spectrum_oid\"");
        }
        return "SELECT " + String.join(", ", columns);
    }

    private String value(ExternalColumn column, String expression) {
        Optional<String> error = Optional.ofNullable(refused.get(column.name()));
        String value = error.map(text -> "error(" + Types.literal(text) + ")").orElse(expression);
        String type = column.type().isNested() ? "JSON" : Types.duckDb(column.type());
        boolean isBare = error.isPresent() || files.isEmpty();
        return (isBare ? value + "::" + type : cut(column, value)) + " AS " + Types.quoted(column.name());
    }

    /** Returns the value of a text without what is beyond its type's length: Spectrum cuts it, and says nothing. */
    private static String cut(ExternalColumn column, String value) {
        boolean isShort = column.type() instanceof HiveType.Simple simple
                && (simple.name().equals("varchar") || simple.name().equals("char"))
                && simple.arguments().get(0) < LONGEST_VARCHAR;
        return isShort
                ? "left(" + value + ", "
                        + ((HiveType.Simple) column.type()).arguments().get(0) + ")"
                : value;
    }

    private String fileColumns() {
        List<String> columns = new ArrayList<>(List.of("\"$file\"", "\"$path\"", "\"$size\"", "\"$spectrum_oid\""));
        table.partitionKeys().forEach(key -> columns.add(Types.quoted(key.name())));
        return String.join(", ", columns);
    }

    private String fileRows() {
        return files.stream().map(this::fileRow).collect(Collectors.joining(", "));
    }

    private String fileRow(LocalFile file) {
        List<String> values = new ArrayList<>(List.of(
                Types.literal(file.path().toString()),
                Types.literal(file.object().address()),
                file.object().size() + "::BIGINT",
                Types.literal(file.object().etag())));
        for (int i = 0; i < table.partitionKeys().size(); i++) {
            values.add(constant(file.object().partition(), i));
        }
        return "(" + String.join(", ", values) + ")";
    }
}
