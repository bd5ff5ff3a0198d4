package io.laguna.glue.redshift;

import io.laguna.glue.format.Options;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.types.BinaryType;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.ByteType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.FloatType;
import org.apache.spark.sql.types.IntegerType;
import org.apache.spark.sql.types.LongType;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.ShortType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.types.TimestampNTZType;
import org.apache.spark.sql.types.TimestampType;

/**
 * The table that is made for rows when it is not there.
 *
 * @param name as the options give it, perhaps with a schema
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/mgmt/spark-redshift-connector-other-config.html">Types,
 *     encodings and descriptions of columns</a>
 */
record TableDefinition(String name, StructType schema, Options options) {

    /** Returns the statements that make the table and describe it. */
    List<String> statements() {
        List<String> statements = new ArrayList<>();
        statements.add("CREATE TABLE IF NOT EXISTS " + name + " ("
                + Arrays.stream(schema.fields()).map(TableDefinition::column).collect(Collectors.joining(", ")) + ")"
                + distribution()
                + options.text("sortkeyspec").map(keys -> " " + keys).orElse(""));
        options.text("description")
                .ifPresent(text -> statements.add("COMMENT ON TABLE " + name + " IS " + Sql.text(text)));
        for (StructField field : schema.fields()) {
            property(field, "description")
                    .ifPresent(text -> statements.add(
                            "COMMENT ON COLUMN " + name + "." + Sql.name(field.name()) + " IS " + Sql.text(text)));
        }
        return statements;
    }

    private String distribution() {
        String style = options.text("diststyle", "EVEN").toUpperCase(Locale.ROOT);
        return switch (style) {
            case "AUTO", "EVEN", "ALL" -> " DISTSTYLE " + style;
            case "KEY" -> " DISTSTYLE KEY DISTKEY (" + Sql.name(options.required("distkey")) + ")";
            default -> throw new IllegalArgumentException(
                    "Unknown diststyle: " + style + ". It is AUTO, EVEN, KEY or ALL");
        };
    }

    private static String column(StructField field) {
        return Sql.name(field.name()) + " "
                + property(field, "redshift_type").orElseGet(() -> type(field))
                + property(field, "encoding").map(each -> " ENCODE " + each).orElse("")
                + (field.nullable() ? "" : " NOT NULL");
    }

    private static String type(StructField field) {
        DataType type = field.dataType();
        Metadata metadata = field.metadata();
        if (type instanceof StringType) {
            return metadata.contains("maxlength") ? "VARCHAR(" + metadata.getLong("maxlength") + ")" : "VARCHAR(256)";
        } else if (type instanceof DecimalType decimal) {
            return "DECIMAL(" + decimal.precision() + ", " + decimal.scale() + ")";
        } else if (StagedFormat.isNested(type)) {
            return "SUPER";
        }
        return plain(type)
                .orElseThrow(() -> new IllegalArgumentException("Redshift has no type for the column " + field.name()
                        + ", which is " + type.catalogString() + ": cast it, or name one as its redshift_type"));
    }

    private static Optional<String> plain(DataType type) {
        if (type instanceof IntegerType) {
            return Optional.of("INTEGER");
        } else if (type instanceof LongType) {
            return Optional.of("BIGINT");
        } else if (type instanceof DoubleType) {
            return Optional.of("DOUBLE PRECISION");
        } else if (type instanceof FloatType) {
            return Optional.of("REAL");
        } else if (type instanceof ShortType || type instanceof ByteType) {
            return Optional.of("SMALLINT");
        } else if (type instanceof BooleanType) {
            return Optional.of("BOOLEAN");
        } else if (type instanceof DateType) {
            return Optional.of("DATE");
        } else if (type instanceof TimestampType || type instanceof TimestampNTZType) {
            return Optional.of("TIMESTAMP");
        } else if (type instanceof BinaryType) {
            return Optional.of("VARBYTE(65535)");
        }
        return Optional.empty();
    }

    private static Optional<String> property(StructField field, String name) {
        return field.metadata().contains(name) ? Optional.of(field.metadata().getString(name)) : Optional.empty();
    }
}
