package io.laguna.pipelines.covid.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A CSV with a known header.
 *
 * @param columns the header exactly as in the file, without a byte order mark
 */
record CaseCsv(CsvContent content, CaseHeader header, List<String> columns) {
    /**
     * The most bytes that are read for the header, far more than any has. A file that is no CSV may be one endless
     * line.
     */
    private static final int LONGEST_HEADER = 1 << 16;

    /** Reads only the header; throws an {@link IngestException} unless it is a known one. */
    static CaseCsv of(CsvContent content) {
        byte[] start;
        try (InputStream in = content.open()) {
            start = in.readNBytes(LONGEST_HEADER);
        } catch (IOException failure) {
            throw content.unreadable(failure);
        }
        if (start.length == 0) {
            throw new IngestException(content.source() + " is empty.");
        }
        List<String> columns = firstRecord(content, decode(content, start));
        CaseHeader header =
                CaseHeader.of(columns).orElseThrow(() -> new UnknownHeaderException(content.source(), columns));
        return new CaseCsv(content, header, columns);
    }

    /** Decodes the beginning of a file, whose last bytes may be a part of a character. */
    private static String decode(CsvContent content, byte[] start) {
        CharBuffer text = CharBuffer.allocate(start.length);
        if (StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(start), text, false)
                .isError()) {
            throw CsvScan.notUtf8(content, "the byte after character " + text.position() + " is not");
        }
        return text.flip().toString();
    }

    private static List<String> firstRecord(CsvContent content, String text) {
        String csv = text.startsWith("\ufeff") ? text.substring(1) : text;
        try (CSVParser parser = CSVParser.parse(csv, CSVFormat.RFC4180)) {
            Iterator<CSVRecord> records = parser.iterator();
            return records.hasNext() ? records.next().toList() : List.of();
        } catch (IOException failure) {
            throw content.unreadable(failure);
        } catch (UncheckedIOException failure) {
            throw content.unreadable(failure.getCause());
        }
    }
}
