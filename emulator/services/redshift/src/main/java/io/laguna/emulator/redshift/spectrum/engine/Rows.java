package io.laguna.emulator.redshift.spectrum.engine;

import io.laguna.emulator.redshift.spectrum.table.ExternalColumn;
import io.laguna.emulator.redshift.spectrum.table.FileFormat;
import io.laguna.emulator.redshift.spectrum.type.Types;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How DuckDB reads files of one format: where rows come from, and what a column is in them.
 *
 * <p>Every {@code source} has a column {@code filename}.
 */
interface Rows {
    /** Returns the relation of all rows of some files. */
    String source(List<LocalFile> files);

    /** Returns the expression of a column, of the type that {@link Types#duckDb} names, or JSON for nested ones. */
    String value(ExternalColumn column, int index);

    static Rows of(FileFormat format, List<ExternalColumn> columns) {
        if (format instanceof FileFormat.Delimited delimited) {
            return new DelimitedRows(delimited);
        } else if (format instanceof FileFormat.QuotedCsv csv) {
            return new QuotedRows(csv, columns.size());
        } else if (format instanceof FileFormat.Json json) {
            return new JsonRows(json);
        } else if (format instanceof FileFormat.Parquet) {
            return new ParquetRows(columns);
        } else if (format instanceof FileFormat.Orc orc) {
            return new JsonRows(new FileFormat.Json(false, orc.byPosition() ? places(columns) : Map.of()));
        } else if (format instanceof FileFormat.Avro) {
            return new JsonRows(new FileFormat.Json(false, Map.of()));
        }
        throw new IllegalArgumentException("DuckDB does not read " + format);
    }

    private static Map<String, String> places(List<ExternalColumn> columns) {
        Map<String, String> places = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            places.put(columns.get(i).name(), String.valueOf(i));
        }
        return places;
    }

    /** Returns a list of files as an argument. */
    static String list(List<LocalFile> files) {
        // A file that is in two partitions is read once, and joined with both.
        return files.stream()
                .map(file -> Types.literal(file.path().toString()))
                .distinct()
                .collect(Collectors.joining(", ", "[", "]"));
    }

    /** Returns a text as a value of a column's type; one that is none is NULL, as in Hive. */
    static String cast(String text, ExternalColumn column) {
        String type = Types.duckDb(column.type());
        return type.equals("VARCHAR") ? text : "TRY_CAST(" + text + " AS " + type + ")";
    }
}
