package io.laguna.glue.redshift;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.BinaryType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** An UNLOAD of a table or a query, and the frame of its files. */
record Unloading(RedshiftTable table) {
    private static final String NULL = "@NULL@";
    private static final String EMPTY = "@EMPTY@";

    /** The format of the files that UNLOAD writes. */
    private enum Format {
        PARQUET,
        TEXT
    }

    Dataset<Row> rows(List<String> columns, Optional<String> condition) throws IOException {
        SparkSession session = table.session();
        StructType all = schema();
        StructType wanted = columns.isEmpty()
                ? all
                : new StructType(columns.stream()
                        .map(name -> all.fields()[all.fieldIndex(name)])
                        .toArray(StructField[]::new));
        TemporaryFolder folder = TemporaryFolder.of(table.options());
        table.run(List.of(unload(wanted, condition, folder)));
        if (!folder.hasFiles(session.sparkContext().hadoopConfiguration(), "")) {
            return session.createDataFrame(List.of(), wanted);
        }
        return typed(files(session, wanted).load(folder.uri()), wanted);
    }

    /** Returns the columns that the database tells. */
    StructType schema() {
        return table.database().rows(table.session(), table.source(), List.of()).schema();
    }

    private String unload(StructType wanted, Optional<String> condition, TemporaryFolder folder) {
        String names = Arrays.stream(wanted.fieldNames()).map(Sql::name).collect(Collectors.joining(", "));
        String query = "SELECT " + names + " FROM " + table.source()
                + condition.map(sql -> " WHERE " + sql).orElse("");
        return "UNLOAD (" + Sql.text(query) + ") TO " + Sql.text(folder.redshift()) + " "
                + table.authorization().clause() + " " + clause()
                + table.options()
                        .text("tempdir_region")
                        .map(name -> " REGION " + Sql.text(name))
                        .orElse("")
                + table.options()
                        .text("extraunloadoptions")
                        .map(more -> " " + more)
                        .orElse("");
    }

    private String clause() {
        return switch (format()) {
            case PARQUET -> "FORMAT AS PARQUET";
            case TEXT -> "FORMAT AS CSV DELIMITER AS '|' NULL AS '" + NULL + "'";
        };
    }

    private Format format() {
        String name = table.options().text("unload_s3_format", "PARQUET").toUpperCase(Locale.ROOT);
        return Arrays.stream(Format.values())
                .filter(format -> format.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("Unknown unload_s3_format: " + name + ". It is PARQUET or TEXT"));
    }

    private DataFrameReader files(SparkSession session, StructType wanted) {
        return switch (format()) {
            case PARQUET -> session.read().format("parquet");
            case TEXT -> session.read()
                    .format("csv")
                    .schema(new StructType(Arrays.stream(wanted.fields())
                            .map(field -> field.copy(field.name(), DataTypes.StringType, true, field.metadata()))
                            .toArray(StructField[]::new)))
                    .option("sep", "|")
                    .option("escape", "\"")
                    // Spark takes an empty text for this one, and then there is no way to tell it from null.
                    .option("nullValue", EMPTY)
                    .option("multiLine", true);
        };
    }

    private Dataset<Row> typed(Dataset<Row> rows, StructType wanted) {
        return rows.select(Arrays.stream(wanted.fields())
                .map(field -> value(field).cast(field.dataType()).as(field.name(), field.metadata()))
                .toArray(Column[]::new));
    }

    private Column value(StructField field) {
        Column column = functions.col("`" + field.name().replace("`", "``") + "`");
        if (format() == Format.PARQUET) {
            return column;
        }
        Column text = functions.when(column.isNull(), "").otherwise(column);
        Column given = functions.when(text.notEqual(NULL), text);
        return field.dataType() instanceof BinaryType ? functions.unhex(given) : given;
    }
}
