package io.laguna.redshift.load.record;

import io.laguna.redshift.load.value.Target;
import io.laguna.redshift.sql.statement.DataFormat;
import io.laguna.redshift.sql.statement.LoadOptions;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** The reading of files whose records come one after the other. */
public final class Formats {
    private Formats() {}

    /**
     * Returns the records of a file.
     *
     * @param stream the file without compression, in UTF-8
     * @param columns the columns that are loaded
     * @param assignment how documents become rows, for JSON and Avro
     */
    public static Records open(
            DataFormat format, LoadOptions options, InputStream stream, List<Target> columns, Assignment assignment)
            throws IOException {
        TextOptions text = new TextOptions(options);
        if (format instanceof DataFormat.Delimited delimited) {
            return new DelimitedRecords(stream, delimited.delimiter(), text);
        } else if (format instanceof DataFormat.Csv csv) {
            return new CsvRecords(stream, csv.delimiter(), csv.quote(), text);
        } else if (format instanceof DataFormat.FixedWidth fixed) {
            return new FixedRecords(stream, fixed, text);
        } else if (format instanceof DataFormat.Avro) {
            return new AvroRecords(stream, columns, assignment);
        }
        return new JsonRecords(stream, columns, assignment);
    }
}
