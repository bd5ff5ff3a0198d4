package io.laguna.emulator.redshift.spectrum.ddl;

import io.laguna.emulator.redshift.spectrum.engine.FileReader;
import io.laguna.emulator.redshift.spectrum.table.ExternalColumn;
import io.laguna.emulator.redshift.spectrum.table.ExternalTable;
import io.laguna.emulator.redshift.spectrum.table.FileFormat;
import io.laguna.emulator.redshift.spectrum.type.Types;
import io.laguna.redshift.wire.message.SqlFailure;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The files of rows that DuckDB writes for a table, in folders of partitions where it has some. */
record RowFiles(FileReader reader, ExternalTable table) {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuuMMdd_HHmmss_SSSSSS", Locale.ROOT);
    /** Hive's name of the folder of rows without a value. */
    private static final String NO_VALUE = "__HIVE_DEFAULT_PARTITION__";

    /**
     * Returns the beginning of the names of new files.
     *
     * @see <a href="https://docs.aws.amazon.com/redshift/latest/dg/r_INSERT_external_table.html">Usage notes</a>
     */
    static String name() {
        return MOMENT.format(LocalDateTime.now(ZoneOffset.UTC)) + "_0_0000";
    }

    /** Returns the values that folders of partitions stand for: {@code year=2024/month=5}. */
    static List<String> values(Path folders) {
        List<String> values = new ArrayList<>();
        folders.forEach(folder -> values.add(URLDecoder.decode(
                folder.toString().substring(folder.toString().indexOf('=') + 1), StandardCharsets.UTF_8)));
        return values;
    }

    /**
     * Writes the files.
     *
     * @param rows CSV as the engine writes it
     * @return the folder that has them
     */
    Path write(Path rows, Path folder) throws SqlFailure, IOException {
        Files.createDirectories(folder);
        List<ExternalColumn> columns = table.all();
        String source = columns.stream()
                .map(column -> Types.literal(column.name()) + ": 'VARCHAR'")
                .collect(Collectors.joining(", ", "{", "}"));
        String select = "SELECT " + String.join(", ", selected()) + " FROM read_csv(" + Types.literal(rows.toString())
                + ", columns = " + source + ", header = false, delim = ',', quote = '\"', escape = '\"', nullstr = '',"
                + " allow_quoted_nulls = false, auto_detect = false)";
        boolean isParquet = table.format() instanceof FileFormat.Parquet;
        String options = isParquet ? "FORMAT parquet, COMPRESSION snappy" : lines();
        String ending = isParquet ? ".parquet" : "";
        List<String> keys = table.partitionKeys().stream()
                .map(key -> Types.quoted(key.name()))
                .toList();
        String target = keys.isEmpty() ? folder.resolve("rows" + ending).toString() : folder.toString();
        String by = keys.isEmpty() ? "" : ", PARTITION_BY (" + String.join(", ", keys) + "), OVERWRITE_OR_IGNORE true";
        try (Connection connection = reader.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("COPY (" + select + ") TO " + Types.literal(target) + " (" + options + by + ")");
        } catch (SQLException e) {
            throw new SqlFailure("XX000", "The rows cannot be written: " + e.getMessage());
        }
        return folder;
    }

    private List<String> selected() throws SqlFailure {
        List<String> selected = new ArrayList<>();
        if (table.format() instanceof FileFormat.Delimited delimited) {
            selected.add(table.columns().stream()
                            .map(column -> "coalesce(" + Types.quoted(column.name()) + ", "
                                    + Types.literal(delimited.nullText()) + ")")
                            .collect(Collectors.joining(
                                    ", ", "concat_ws(" + Types.literal(delimited.field()) + ", ", ")"))
                    + " AS line");
        } else if (table.format() instanceof FileFormat.Parquet) {
            for (ExternalColumn column : table.columns()) {
                String name = Types.quoted(column.name());
                String type = Types.duckDb(column.type());
                // The engine writes bytes as \\x and their digits.
                String value = type.equals("BLOB") ? "unhex(substr(" + name + ", 3))" : name;
                selected.add("CAST(" + value + " AS " + type + ") AS " + name);
            }
        } else {
            throw new SqlFailure("0A000", "External tables are written as TEXTFILE without quotes, or as PARQUET");
        }
        for (ExternalColumn key : table.partitionKeys()) {
            String name = Types.quoted(key.name());
            selected.add("coalesce(" + name + ", '" + NO_VALUE + "') AS " + name);
        }
        return selected;
    }

    private static String lines() {
        return "FORMAT csv, HEADER false, DELIMITER '\u001a', QUOTE '', ESCAPE '', NULLSTR ''";
    }
}
