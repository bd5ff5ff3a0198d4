package io.laguna.glue.format;

import io.laguna.glue.record.Struct;
import io.laguna.glue.schema.GlueType.StructType;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;
import java.time.ZoneId;
import java.util.Locale;

/** A way to write records as bytes. */
public interface RecordOutput extends Serializable {

    /** A file that is being written. */
    interface Open extends Closeable {
        void write(Struct record) throws IOException;
    }

    /** Begins a file. */
    Open open(OutputStream bytes) throws IOException;

    /**
     * Returns the output of a format by the name that scripts give it.
     *
     * @param columns the schema of what is written
     * @throws IllegalArgumentException when no records are written in this format
     */
    static RecordOutput named(String format, Options options, StructType columns, ZoneId zone) {
        return switch (format.toLowerCase(Locale.ROOT)) {
            case "json" -> new JsonOutput(zone.getId());
            case "csv" -> CsvOutput.of(options, columns, zone);
            case "avro" -> AvroOutput.of(options, columns, zone);
            default -> throw new IllegalArgumentException("The format " + format
                    + " cannot be written. Formats that can are csv, json, avro, parquet, glueparquet and orc");
        };
    }

    /** Tells whether the schema is needed before the first record is written. */
    static boolean needsSchema(String format) {
        return !format.equalsIgnoreCase("json");
    }
}
