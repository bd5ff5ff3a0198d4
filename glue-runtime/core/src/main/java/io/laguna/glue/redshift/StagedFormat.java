package io.laguna.glue.redshift;

import io.laguna.glue.format.Options;
import java.util.Arrays;
import java.util.Locale;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.BinaryType;
import org.apache.spark.sql.types.ByteType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.ShortType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.types.TimestampNTZType;
import org.apache.spark.sql.types.TimestampType;

/**
 * The format of the files that COPY reads.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/mgmt/spark-redshift-connector-other-config.html">The option
 *     tempformat</a>
 */
enum StagedFormat {
    AVRO("avro"),
    CSV("csv"),
    CSV_GZIP("csv"),
    PARQUET("parquet");

    private static final String NULL = "@NULL@";

    private final String spark;

    StagedFormat(String spark) {
        this.spark = spark;
    }

    /**
     * Returns the format that options name, AVRO unless they do. Nested columns need another one: COPY takes a text in a file
     * of Avro for a text, and not for JSON. So do columns whose names Avro does not take, as {@code relationalize} makes
     * them: {@code links.val.note}.
     */
    static StagedFormat of(Options options, StructType schema) {
        StagedFormat named = named(options);
        return named == AVRO && (hasNested(schema) || !hasAvroNames(schema)) ? CSV_GZIP : named;
    }

    private static StagedFormat named(Options options) {
        String name =
                options.text("tempformat", "AVRO").toUpperCase(Locale.ROOT).replace(' ', '_');
        return Arrays.stream(values())
                .filter(format -> format.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Unknown tempformat: " + name + ". It is AVRO, CSV, CSV GZIP or PARQUET"));
    }

    /** Returns what COPY says of the format. */
    String clause(Options options, StructType schema) {
        return switch (this) {
            case AVRO -> "FORMAT AS AVRO 'auto'";
            case CSV -> "FORMAT AS CSV NULL AS " + Sql.text(nullText(options));
            case CSV_GZIP -> "FORMAT AS CSV NULL AS " + Sql.text(nullText(options)) + " GZIP";
            case PARQUET -> "FORMAT AS PARQUET" + (hasNested(schema) ? " SERIALIZETOJSON" : "");
        };
    }

    /** Writes rows into a new folder, under names that begin with {@code part-}. */
    void write(Dataset<Row> rows, String folder, Options options) {
        Column[] columns = Arrays.stream(rows.schema().fields())
                .map(field -> staged(field).as(field.name().toLowerCase(Locale.ROOT)))
                .toArray(Column[]::new);
        DataFrameWriter<Row> writer = rows.select(columns).write().format(spark).mode(SaveMode.ErrorIfExists);
        if (this == CSV || this == CSV_GZIP) {
            writer.option("nullValue", nullText(options))
                    .option("emptyValue", "\"\"")
                    .option("escape", "\"")
                    .option("ignoreLeadingWhiteSpace", false)
                    .option("ignoreTrailingWhiteSpace", false)
                    .option("compression", this == CSV_GZIP ? "gzip" : "none");
        }
        writer.save(folder);
    }

    private static String nullText(Options options) {
        return options.text("csvnullstring", NULL);
    }

    /** Returns a column in a type that COPY reads from such a file: texts where the format has none of Redshift's. */
    private Column staged(StructField field) {
        Column column = functions.col("`" + field.name().replace("`", "``") + "`");
        DataType type = field.dataType();
        if (this == PARQUET) {
            return type instanceof ByteType ? column.cast("smallint") : column;
        } else if (type instanceof DateType) {
            return functions.date_format(column, "yyyy-MM-dd");
        } else if (type instanceof TimestampType || type instanceof TimestampNTZType) {
            return functions.date_format(column, "yyyy-MM-dd HH:mm:ss.SSSSSS");
        } else if (type instanceof DecimalType) {
            return column.cast("string");
        } else if (type instanceof ByteType || type instanceof ShortType) {
            return column.cast("int");
        } else if (type instanceof BinaryType) {
            return functions.lower(functions.hex(column));
        } else if (isNested(type)) {
            return functions.to_json(column);
        }
        return column;
    }

    private static boolean hasAvroNames(StructType schema) {
        return Arrays.stream(schema.fieldNames()).allMatch(name -> name.matches("[A-Za-z_][A-Za-z0-9_]*"));
    }

    private static boolean hasNested(StructType schema) {
        return Arrays.stream(schema.fields()).anyMatch(field -> isNested(field.dataType()));
    }

    static boolean isNested(DataType type) {
        return type instanceof StructType || type instanceof ArrayType || type instanceof MapType;
    }
}
