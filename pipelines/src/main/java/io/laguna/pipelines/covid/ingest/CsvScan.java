package io.laguna.pipelines.covid.ingest;

import io.laguna.pipelines.covid.ingest.IngestProgress.Advance;
import io.laguna.pipelines.covid.ingest.IngestProgress.Stage;
import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;

/**
 * The result of one pass over a CSV's bytes.
 *
 * @param rows records without the header
 * @param multiline whether a record spans lines
 * @param sha256 over all bytes
 */
record CsvScan(long rows, boolean multiline, long bytes, String sha256) {
    private static final int BUFFER = 1 << 18;
    private static final long BYTES_PER_REPORT = 8L << 20;

    /** Reads a whole file, in constant memory; throws an {@link IngestException} if the file is not a CSV in UTF-8. */
    static CsvScan of(CsvContent content, IngestProgress progress) {
        RecordCounter counter = new RecordCounter();
        Utf8Check utf8 = new Utf8Check();
        Sha256 sum = new Sha256();
        long bytes = 0;
        long reported = 0;
        try (InputStream in = content.open()) {
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                OptionalLong wrong = utf8.accept(buffer, read);
                if (wrong.isPresent()) {
                    throw notUtf8(content, "the byte at offset " + wrong.getAsLong() + " is not");
                }
                counter.accept(buffer, read);
                sum.accept(buffer, read);
                bytes += read;
                if (bytes - reported >= BYTES_PER_REPORT) {
                    reported = bytes;
                    progress.advanced(advance(content, counter, bytes));
                }
            }
        } catch (IOException failure) {
            throw content.unreadable(failure);
        }
        if (!utf8.complete()) {
            throw notUtf8(content, "it ends inside a character");
        }
        if (!counter.finish()) {
            throw new IngestException(content.source() + ": the record after record " + counter.records()
                    + " (the header counted) opens a quote that is never closed. The file is damaged or cut off.");
        }
        progress.advanced(advance(content, counter, bytes));
        return new CsvScan(Math.max(0, counter.records() - 1), counter.multiline(), bytes, sum.hex());
    }

    static IngestException notUtf8(CsvContent content, String where) {
        return new IngestException(content.source() + " is not UTF-8: " + where
                + ". Convert it first, for example: iconv -f ISO-8859-1 -t UTF-8 old.csv > new.csv");
    }

    private static Advance advance(CsvContent content, RecordCounter counter, long bytes) {
        return new Advance(
                Stage.CHECKING,
                content.source(),
                Math.max(0, counter.records() - 1),
                bytes,
                OptionalLong.empty(),
                content.bytes());
    }
}
