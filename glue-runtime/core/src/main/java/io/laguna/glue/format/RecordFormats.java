package io.laguna.glue.format;

import java.util.List;
import java.util.Locale;

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
}
