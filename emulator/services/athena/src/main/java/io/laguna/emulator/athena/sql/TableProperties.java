package io.laguna.emulator.athena.sql;

import io.laguna.emulator.athena.ddl.model.IcebergProperties;
import io.laguna.emulator.athena.ddl.words.Quoted;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The properties of {@code CREATE TABLE AS} and {@code UNLOAD} in Trino's words.
 *
 * @see <a href="https://docs.aws.amazon.com/athena/latest/ug/create-table-as.html">CTAS table properties</a>
 * @see <a href="https://trino.io/docs/current/connector/hive.html#table-properties">Trino's, Hive</a>
 * @see <a href="https://trino.io/docs/current/connector/iceberg.html#table-properties">Trino's, Iceberg</a>
 */
final class TableProperties {
    private static final Set<String> FORMATS = Set.of("PARQUET", "ORC", "AVRO", "JSON", "TEXTFILE");
    private static final Set<String> ICEBERG_FORMATS = Set.of("PARQUET", "ORC", "AVRO");
    private static final Set<String> CODECS = Set.of("NONE", "SNAPPY", "LZ4", "ZSTD", "GZIP");

    private static final Set<String> COMPRESSION =
            Set.of("write_compression", "compression", "parquet_compression", "orc_compression");

    private final Map<String, PropertyValue> given;

    TableProperties(Map<String, PropertyValue> given) {
        this.given = given;
    }

    boolean isIceberg() {
        return text("table_type").filter("ICEBERG"::equalsIgnoreCase).isPresent();
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(given.get(name)).map(PropertyValue::text);
    }

    /**
     * Returns Trino's name of the codec.
     *
     * @throws SyntaxFailure for an unknown one
     */
    Optional<String> compression() {
        Optional<String> codec = COMPRESSION.stream()
                .flatMap(name -> text(name).stream())
                .findFirst()
                .map(name -> name.toUpperCase(Locale.ROOT))
                .map(this::inTrinosWords);
        codec.filter(name -> !CODECS.contains(name)).ifPresent(name -> {
            throw new SyntaxFailure("Unsupported compression: " + name + ". One of " + sorted(CODECS));
        });
        return codec;
    }

    /** The codec of ORC that Athena names ZLIB, and that of Avro that it names DEFLATE, are Trino's GZIP. */
    private String inTrinosWords(String codec) {
        String format = text("format").orElse("").toUpperCase(Locale.ROOT);
        return switch (codec) {
            case "UNCOMPRESSED" -> "NONE";
            case "ZLIB" -> format.equals("ORC") ? "GZIP" : codec;
            case "DEFLATE" -> format.equals("AVRO") ? "GZIP" : codec;
            default -> codec;
        };
    }

    /** Returns the properties of a table of the Hive connector. */
    List<String> hive() {
        List<String> properties = new ArrayList<>();
        properties.add("format = " + Quoted.text(format(FORMATS)));
        given.forEach((name, value) -> {
            switch (name) {
                case "format", "table_type" -> {}
                case "external_location", "partitioned_by", "bucketed_by", "bucket_count" -> properties.add(
                        name + " = " + value.sql());
                case "field_delimiter" -> properties.add("textfile_field_separator = " + value.sql());
                case "is_external" -> checkExternal(value, true);
                default -> checkKnown(name);
            }
        });
        return properties;
    }

    /**
     * Returns the properties of a table of the Iceberg connector, with those that only Athena's OPTIMIZE and VACUUM use.
     *
     * @throws io.laguna.emulator.athena.ddl.model.StatementFailure for a value that is no number
     */
    List<String> iceberg() {
        List<String> properties = new ArrayList<>();
        Map<String, String> others = new LinkedHashMap<>();
        properties.add("format = " + Quoted.text(format(ICEBERG_FORMATS)));
        given.forEach((name, value) -> {
            switch (name) {
                case "format", "table_type" -> {}
                case "is_external" -> checkExternal(value, false);
                case "location", "partitioning" -> properties.add(name + " = " + value.sql());
                default -> {
                    if (IcebergProperties.isKnown(name)) {
                        others.put(name, value.text());
                    } else {
                        checkKnown(name);
                    }
                }
            }
        });
        compression().ifPresent(codec -> properties.add("compression_codec = " + Quoted.text(codec)));
        others.keySet().removeAll(COMPRESSION);
        properties.addAll(IcebergProperties.assignments(others));
        return properties;
    }

    private String format(Set<String> formats) {
        String format = text("format").orElse("PARQUET").toUpperCase(Locale.ROOT);
        if (!formats.contains(format)) {
            throw new SyntaxFailure("Unsupported format: " + format + ". One of " + sorted(formats));
        }
        return format;
    }

    /** "Default is true. For Iceberg tables, this must be set to false." */
    private static void checkExternal(PropertyValue value, boolean expected) {
        if (!value.text().equals(Boolean.toString(expected))) {
            throw new SyntaxFailure("Table property 'is_external' must be " + expected + " for "
                    + (expected ? "a Hive table: managed tables are not supported" : "an Iceberg table"));
        }
    }

    /** The level of a codec changes how large files are, never what is in them; the engine chooses it. */
    private static void checkKnown(String name) {
        if (!COMPRESSION.contains(name) && !name.equals("compression_level")) {
            throw new SyntaxFailure("Table property '" + name + "' does not exist");
        }
    }

    private static List<String> sorted(Set<String> names) {
        return names.stream().sorted().toList();
    }
}
