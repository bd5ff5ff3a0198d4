package io.laguna.emulator.redshift.spectrum.table;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.glue.model.StorageDescriptor;

/**
 * The kind of a table's files, by the classes that the Data Catalog names.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/dg/c-spectrum-data-files.html">Data files for queries</a>
 */
public sealed interface FileFormat {
    record Parquet() implements FileFormat {}

    /**
     * ORC, whose columns have the names of the file's.
     *
     * @param byPosition whether they are those of the same places instead
     */
    record Orc(boolean byPosition) implements FileFormat {
        private static final String RESOLUTION = "orc.schema.resolution";
    }

    record Avro() implements FileFormat {}

    /**
     * Lines of fields, without quotes: Hive's LazySimpleSerDe.
     *
     * @param nullText the text that means NULL
     */
    record Delimited(String field, Optional<String> escape, String nullText, int headerLines) implements FileFormat {}

    /** Fields in quotes: Hive's OpenCSVSerde. */
    record QuotedCsv(String separator, String quote, String escape, int headerLines) implements FileFormat {}

    /**
     * A document of JSON in each line.
     *
     * @param paths the keys that columns are read from, where they have other names
     */
    record Json(boolean ignoresMalformed, Map<String, String> paths) implements FileFormat {
        private static final String MAPPING = "mapping.";

        private static Map<String, String> paths(Map<String, String> properties) {
            Map<String, String> paths = new HashMap<>();
            properties.forEach((name, value) -> {
                if (name.startsWith(MAPPING)) {
                    paths.put(name.substring(MAPPING.length()).toLowerCase(Locale.ROOT), value);
                }
            });
            return paths;
        }
    }

    /** A kind that DuckDB has no reader for. */
    record Unreadable(String name) implements FileFormat {}

    /** Returns the format of a table, or of a partition. */
    static FileFormat of(StorageDescriptor storage, Map<String, String> parameters) {
        String input = String.valueOf(storage.inputFormat());
        String serde = storage.serdeInfo() == null
                ? ""
                : String.valueOf(storage.serdeInfo().serializationLibrary());
        Map<String, String> properties =
                storage.serdeInfo() == null ? Map.of() : storage.serdeInfo().parameters();
        if (String.valueOf(parameters.get("table_type")).equalsIgnoreCase("iceberg")) {
            return new Unreadable("Iceberg");
        }
        if (input.endsWith("ParquetInputFormat") || serde.contains("ParquetHiveSerDe")) {
            return new Parquet();
        }
        if (input.endsWith("OrcInputFormat") || serde.endsWith("OrcSerde")) {
            // "Maps columns by name by default; any other value maps by position."
            return new Orc(!parameters.getOrDefault(Orc.RESOLUTION, "name").equalsIgnoreCase("name"));
        } else if (input.endsWith("AvroContainerInputFormat") || serde.endsWith("AvroSerDe")) {
            return new Avro();
        }
        if (!input.endsWith("TextInputFormat")) {
            return new Unreadable(input.substring(input.lastIndexOf('.') + 1));
        }
        String last = serde.substring(serde.lastIndexOf('.') + 1);
        return switch (last) {
            case "LazySimpleSerDe", "" -> new Delimited(
                    character(properties.getOrDefault(
                            "field.delim", properties.getOrDefault("serialization.format", "\u0001"))),
                    Optional.ofNullable(properties.get("escape.delim")).map(FileFormat::character),
                    properties.getOrDefault(
                            "serialization.null.format", parameters.getOrDefault("serialization.null.format", "\\N")),
                    headerLines(parameters));
            case "OpenCSVSerde" -> new QuotedCsv(
                    properties.getOrDefault("separatorChar", ","),
                    properties.getOrDefault("quoteChar", "\""),
                    properties.getOrDefault("escapeChar", "\\"),
                    headerLines(parameters));
            case "JsonSerDe" -> new Json(
                    properties.getOrDefault("ignore.malformed.json", "false").equalsIgnoreCase("true"),
                    Json.paths(properties));
            default -> new Unreadable(last);
        };
    }

    private static int headerLines(Map<String, String> parameters) {
        String lines = parameters.getOrDefault("skip.header.line.count", "0");
        return lines.matches("\\d{1,6}") ? Integer.parseInt(lines) : 0;
    }

    /** Returns the character of a delimiter, which Hive takes as a number too: {@code 1} is U+0001. */
    private static String character(String text) {
        if (text.matches("\\d{1,3}")) {
            return String.valueOf((char) Integer.parseInt(text));
        }
        return text.startsWith("\\u") && text.length() == "\\u0001".length()
                ? String.valueOf((char) Integer.parseInt(text.substring(2), 16))
                : text.replace("\\t", "\t");
    }
}
