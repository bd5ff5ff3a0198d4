package io.laguna.emulator.crawl.binary;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.laguna.emulator.crawl.finding.Count;
import io.laguna.emulator.crawl.finding.Finding;
import io.laguna.emulator.crawl.finding.Layout;
import io.laguna.emulator.crawl.read.Sample;
import io.laguna.emulator.crawl.schema.Column;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The header of an Avro file: a map with the schema, then blocks that begin with the number and the size of their
 * records.
 *
 * @see <a href="https://avro.apache.org/docs/1.12.0/specification/#object-container-files">Object container files</a>
 */
public final class AvroHeader {
    private static final byte[] MAGIC = {'O', 'b', 'j', 1};
    private static final int SYNC = 16;
    private static final long LONGEST = 16L * Sample.STEP;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LITERAL = "avro.schema.literal";

    private static final Layout LAYOUT = new Layout(
            "avro",
            "org.apache.hadoop.hive.ql.io.avro.AvroContainerInputFormat",
            "org.apache.hadoop.hive.ql.io.avro.AvroContainerOutputFormat",
            "org.apache.hadoop.hive.serde2.avro.AvroSerDe",
            Map.of("serialization.format", "1"),
            Map.of());

    private AvroHeader() {}

    /**
     * Returns what the file is, if it is Avro.
     *
     * @throws IOException also when the header is damaged
     */
    public static Optional<Finding> find(Sample sample) throws IOException {
        byte[] head = sample.head();
        if (head.length < MAGIC.length || !Arrays.equals(head, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            return Optional.empty();
        }
        try {
            return Optional.of(read(sample, head));
        } catch (EOFException e) {
            // The schema is longer than what is read of every file.
            return Optional.of(read(sample, sample.range(0, (int)
                    Math.min(LONGEST, sample.object().size()))));
        }
    }

    private static Finding read(Sample sample, byte[] head) throws IOException {
        AvroBytes bytes = new AvroBytes(head, MAGIC.length);
        String schema = new String(
                Optional.ofNullable(bytes.map().get("avro.schema"))
                        .orElseThrow(() -> new IOException("The header has no schema")),
                StandardCharsets.UTF_8);
        bytes.skip(SYNC);
        return new Finding(
                LAYOUT,
                "none",
                columns(schema),
                Map.of(LITERAL, schema),
                count(bytes, sample.object().size()));
    }

    private static List<Column> columns(String schema) throws IOException {
        try {
            return AvroSchema.columns(JSON.readTree(schema));
        } catch (JsonProcessingException e) {
            throw new IOException("The schema in the header is no JSON", e);
        }
    }

    /** The first block tells how large a record is. */
    private static Count count(AvroBytes bytes, long size) throws IOException {
        if (bytes.isAtEnd()) {
            return Count.exact(0, size);
        }
        long records = bytes.number();
        long length = bytes.number();
        return Count.estimate(records <= 0 ? size : length / records, size);
    }
}
