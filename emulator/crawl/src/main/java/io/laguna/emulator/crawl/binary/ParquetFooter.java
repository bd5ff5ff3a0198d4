package io.laguna.emulator.crawl.binary;

import io.laguna.emulator.crawl.finding.Count;
import io.laguna.emulator.crawl.finding.Finding;
import io.laguna.emulator.crawl.finding.Layout;
import io.laguna.emulator.crawl.read.Sample;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.Util;

/**
 * The footer of a Parquet file: schema and number of rows, a length of four bytes, and {@code PAR1}.
 *
 * @see <a href="https://parquet.apache.org/docs/file-format/">File format</a>
 */
public final class ParquetFooter {
    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
    private static final int TAIL = 8;

    private static final Layout LAYOUT = new Layout(
            "parquet",
            "org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat",
            "org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat",
            "org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe",
            Map.of("serialization.format", "1"),
            Map.of());

    private ParquetFooter() {}

    /**
     * Returns what the file is, if it is Parquet.
     *
     * @throws IOException also when the footer is damaged
     */
    public static Optional<Finding> find(Sample sample) throws IOException {
        byte[] head = sample.head();
        long size = sample.object().size();
        if (size < MAGIC.length + TAIL || !Arrays.equals(head, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            return Optional.empty();
        }
        byte[] tail = sample.range(size - TAIL, TAIL);
        if (!Arrays.equals(tail, 4, TAIL, MAGIC, 0, MAGIC.length)) {
            return Optional.empty();
        }
        int length = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN).getInt();
        FileMetaData footer =
                Util.readFileMetaData(new ByteArrayInputStream(sample.range(size - TAIL - length, length)), true);
        return Optional.of(Finding.of(
                LAYOUT,
                "none",
                ParquetSchema.of(footer.getSchema()).columns(),
                Count.exact(footer.getNum_rows(), size)));
    }
}
