package io.laguna.emulator.redshift.spectrum.engine;

import io.laguna.emulator.redshift.spectrum.table.ExternalColumn;
import io.laguna.emulator.redshift.spectrum.table.ExternalTable;
import io.laguna.emulator.redshift.spectrum.type.HiveType;
import io.laguna.emulator.redshift.spectrum.type.Types;
import java.util.ArrayList;
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
        List<String> columns = new ArrayList<>();
        Rows rows = Rows.of(table.format(), table.columns());
        for (int i = 0; i < table.columns().size(); i++) {
            ExternalColumn column = table.columns().get(i);
            columns.add(value(column, files.isEmpty() ? "NULL" : rows.value(column, i)));
        }
        for (ExternalColumn key : table.partitionKeys()) {
            columns.add(value(key, files.isEmpty() ? "NULL" : "p." + Types.quoted(key.name())));
        }
        if (paths) {
            columns.add((files.isEmpty() ? "NULL::VARCHAR" : "p.\"$path\"") + " AS \"$path\"");
            columns.add((files.isEmpty() ? "NULL::BIGINT" : "p.\"$size\"") + " AS \"$size\"");
            columns.add((files.isEmpty() ? "NULL::VARCHAR" : "p.\"$spectrum_oid\"") + " AS \"$spectrum_oid\"");
        }
        String list = String.join(", ", columns);
        if (files.isEmpty()) {
            return "SELECT " + list + " WHERE false";
        }
        String source = rows.source(files) + " AS f";
        return paths || !table.partitionKeys().isEmpty()
                ? "SELECT " + list + " FROM " + source + " JOIN " + fileTable() + " AS p ON f.filename = p.\"$file\""
                : "SELECT " + list + " FROM " + source;
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
        List<Optional<String>> partition = file.object().partition();
        for (int i = 0; i < table.partitionKeys().size(); i++) {
            Optional<String> value = i < partition.size() ? partition.get(i) : Optional.empty();
            values.add("TRY_CAST(" + value.map(Types::literal).orElse("NULL") + " AS "
                    + Types.duckDb(table.partitionKeys().get(i).type()) + ")");
        }
        return "(" + String.join(", ", values) + ")";
    }
}
