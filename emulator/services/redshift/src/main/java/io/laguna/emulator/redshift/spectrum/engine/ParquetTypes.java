package io.laguna.emulator.redshift.spectrum.engine;

import io.laguna.emulator.redshift.spectrum.table.ExternalColumn;
import io.laguna.emulator.redshift.spectrum.table.ExternalTable;
import io.laguna.emulator.redshift.spectrum.table.FileFormat;
import io.laguna.emulator.redshift.spectrum.type.HiveType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The check of the types that Parquet files have for a table's columns. Spectrum converts none of them.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/dg/c-spectrum-troubleshooting.html">Incompatible data
 *     formats</a>
 */
final class ParquetTypes {
    private ParquetTypes() {}

    /** Returns the errors of columns for which a file has another type, by the columns' names. */
    static Map<String, String> refused(Statement statement, ExternalTable table, List<LocalFile> files)
            throws SQLException {
        Map<String, String> refused = new HashMap<>();
        if (!(table.format() instanceof FileFormat.Parquet) || files.isEmpty()) {
            return refused;
        }
        Map<String, ExternalColumn> columns =
                table.columns().stream().collect(Collectors.toMap(ExternalColumn::name, column -> column, (a, b) -> a));
        Map<String, LocalFile> byPath =
                files.stream().collect(Collectors.toMap(file -> file.path().toString(), file -> file, (a, b) -> a));
        String sql = "SELECT file_name, name, type, converted_type, logical_type, repetition_type, num_children"
                + " FROM parquet_schema(" + Rows.list(files) + ")";
        try (ResultSet rows = statement.executeQuery(sql)) {
            int within = 0;
            String file = "";
            while (rows.next()) {
                int children = rows.getInt("num_children");
                if (!rows.getString("file_name").equals(file)) {
                    // The root of the file's schema.
                    file = rows.getString("file_name");
                    within = 0;
                    continue;
                }
                boolean isTop = within == 0;
                within = Math.max(within - 1, 0) + children;
                String name = rows.getString("name").toLowerCase(Locale.ROOT);
                if (isTop
                        && columns.containsKey(name)
                        && !fits(columns.get(name).type(), rows)) {
                    LocalFile found = byPath.get(file);
                    refused.putIfAbsent(name, error(found, columns.get(name), rows));
                }
            }
        }
        return refused;
    }

    private static boolean fits(HiveType type, ResultSet row) throws SQLException {
        if (!(type instanceof HiveType.Simple simple) || row.getString("type") == null) {
            return type.isNested() == (row.getInt("num_children") > 0);
        }
        String physical = row.getString("type");
        String meaning = Objects.requireNonNullElse(row.getString("converted_type"), "") + " "
                + Objects.requireNonNullElse(row.getString("logical_type"), "");
        boolean isDecimal = meaning.toLowerCase(Locale.ROOT).contains("decimal");
        return switch (simple.name()) {
            case "tinyint", "smallint", "int" -> physical.equals("INT32") && !isDecimal;
            case "bigint" -> Set.of("INT32", "INT64").contains(physical) && !isDecimal;
            case "float" -> physical.equals("FLOAT");
            case "double" -> Set.of("FLOAT", "DOUBLE").contains(physical);
            case "decimal" -> isDecimal;
            case "boolean" -> physical.equals("BOOLEAN");
            case "date" -> physical.equals("INT32")
                    && meaning.toLowerCase(Locale.ROOT).contains("date");
            case "timestamp" -> Set.of("INT96", "INT64").contains(physical) && !isDecimal;
            default -> physical.equals("BYTE_ARRAY") && !isDecimal;
        };
    }

    private static String error(LocalFile file, ExternalColumn column, ResultSet row) throws SQLException {
        String physical =
                Optional.ofNullable(row.getString("type")).orElse("group").toLowerCase(Locale.ROOT);
        String converted = Optional.ofNullable(row.getString("converted_type"))
                .map(meaning -> " (" + meaning + ")")
                .orElse("");
        String repetition =
                Optional.ofNullable(row.getString("repetition_type")).orElse("optional");
        return "File '" + file.object().address() + "' has an incompatible Parquet schema for column 's3://"
                + file.object().bucket() + "/" + column.name() + "'. Column type: "
                + column.type().text().toUpperCase(Locale.ROOT) + ", Parquet schema:\n"
                + repetition.toLowerCase(Locale.ROOT) + " " + physical + " " + row.getString("name") + converted;
    }
}
