package io.laguna.glue.format;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The formats of records by the names that scripts give them. */
public final class RecordFormats {
    private RecordFormats() {}

    /**
     * Returns a format.
     *
     * @throws IllegalArgumentException when there is none of this name, or an option of it is missing or cannot be
     */
    public static RecordFormat named(String name, Options options) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "csv" -> new CsvFormat(CsvDialect.of(options), List.of());
            case "json" -> JsonFormat.of(options);
            case "avro" -> AvroFormat.of(options);
            case "xml" -> XmlFormat.of(options);
            case "groklog" -> GrokFormat.of(options);
            case "ion" -> new IonFormat();
            default -> throw new IllegalArgumentException("Unsupported format: " + name
                    + ". Formats of records are csv, json, avro, xml, grokLog and ion; parquet and orc are Spark's");
        };
    }

    /** Returns the names of the options that a format heeds when it is read. */
    public static Set<String> options(String name) {
        Set<String> options = new TreeSet<>(Set.of("attachFilename", "attachTimestamp", "withSchema"));
        options.addAll(
                switch (name.toLowerCase(Locale.ROOT)) {
                    case "csv" -> List.of("separator", "escaper", "quoteChar", "multiLine", "withHeader", "skipFirst");
                    case "json" -> List.of("jsonPath", "multiLine");
                    case "avro" -> List.of("version");
                    case "xml" -> List.of(
                            "rowTag",
                            "encoding",
                            "excludeAttribute",
                            "treatEmptyValuesAsNulls",
                            "attributePrefix",
                            "valueTag",
                            "ignoreSurroundingSpaces");
                    case "groklog" -> List.of("logFormat", "customPatterns", "MISSING");
                    default -> List.of();
                });
        return options;
    }
}
