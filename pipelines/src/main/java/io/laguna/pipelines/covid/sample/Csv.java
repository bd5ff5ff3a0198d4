package io.laguna.pipelines.covid.sample;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The CSV of this package's resources, and the values as they stand in a file. */
final class Csv {
    private static final CSVFormat WITH_HEADER =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    private Csv() {}

    static List<CSVRecord> resource(String name) {
        try (InputStream in = Csv.class.getResourceAsStream(name);
                CSVParser parser =
                        WITH_HEADER.parse(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)))) {
            return parser.getRecords();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Returns a value ready to be written, quoted if it has to be. */
    static byte[] value(String text) {
        boolean plain = text.indexOf(',') < 0 && text.indexOf('"') < 0;
        return (plain ? text : '"' + text.replace("\"", "\"\"") + '"').getBytes(StandardCharsets.UTF_8);
    }
}
