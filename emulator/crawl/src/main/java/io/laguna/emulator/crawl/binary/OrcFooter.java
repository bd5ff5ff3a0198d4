package io.laguna.emulator.crawl.binary;

import io.airlift.compress.Decompressor;
import io.airlift.compress.MalformedInputException;
import io.airlift.compress.lz4.Lz4Decompressor;
import io.airlift.compress.snappy.SnappyDecompressor;
import io.airlift.compress.zstd.ZstdDecompressor;
import io.laguna.emulator.crawl.finding.Count;
import io.laguna.emulator.crawl.finding.Finding;
import io.laguna.emulator.crawl.finding.Layout;
import io.laguna.emulator.crawl.read.Sample;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.orc.OrcProto;
import org.apache.orc.OrcProto.PostScript;

/**
 * The footer of an ORC file: types and number of rows, then a postscript that says how it is compressed, and the
 * postscript's length in one byte.
 *
 * @see <a href="https://orc.apache.org/specification/ORCv1/">ORC specification</a>
 */
public final class OrcFooter {
    private static final byte[] MAGIC = "ORC".getBytes(StandardCharsets.US_ASCII);

    private static final Layout LAYOUT = new Layout(
            "orc",
            "org.apache.hadoop.hive.ql.io.orc.OrcInputFormat",
            "org.apache.hadoop.hive.ql.io.orc.OrcOutputFormat",
            "org.apache.hadoop.hive.ql.io.orc.OrcSerde",
            Map.of(),
            Map.of());

    private OrcFooter() {}

    /**
     * Returns what the file is, if it is ORC.
     *
     * @throws IOException also when the footer is damaged
     */
    public static Optional<Finding> find(Sample sample) throws IOException {
        byte[] head = sample.head();
        long size = sample.object().size();
        if (size <= MAGIC.length || !Arrays.equals(head, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            return Optional.empty();
        }
        int length = sample.range(size - 1, 1)[0] & 0xff;
        PostScript postscript = PostScript.parseFrom(sample.range(size - 1 - length, length));
        int stored = Math.toIntExact(postscript.getFooterLength());
        byte[] footer = sample.range(size - 1 - length - stored, stored);
        OrcProto.Footer parsed = OrcProto.Footer.parseFrom(decompressed(footer, postscript));
        return Optional.of(
                Finding.of(LAYOUT, "none", OrcSchema.columns(parsed), Count.exact(parsed.getNumberOfRows(), size)));
    }

    /** A compressed stream is chunks, each behind three bytes: its length, and in the lowest bit whether it is as it was. */
    private static byte[] decompressed(byte[] stream, PostScript postscript) throws IOException {
        if (postscript.getCompression() == OrcProto.CompressionKind.NONE) {
            return stream;
        }
        ByteArrayOutputStream result = new ByteArrayOutputStream();
        int block = Math.toIntExact(postscript.getCompressionBlockSize());
        for (int position = 0; position + 3 <= stream.length; ) {
            int header = (stream[position] & 0xff)
                    | ((stream[position + 1] & 0xff) << 8)
                    | ((stream[position + 2] & 0xff) << 16);
            int from = position + 3;
            int to = from + (header >>> 1);
            if (to > stream.length) {
                throw new IOException("A chunk of the footer is longer than the footer");
            }
            byte[] chunk = Arrays.copyOfRange(stream, from, to);
            result.writeBytes((header & 1) == 1 ? chunk : chunk(chunk, block, postscript));
            position = to;
        }
        return result.toByteArray();
    }

    private static byte[] chunk(byte[] chunk, int block, PostScript postscript) throws IOException {
        return switch (postscript.getCompression()) {
            case ZLIB -> inflated(chunk, block);
            case SNAPPY -> decompressed(new SnappyDecompressor(), chunk, block);
            case LZ4 -> decompressed(new Lz4Decompressor(), chunk, block);
            case ZSTD -> decompressed(new ZstdDecompressor(), chunk, block);
            case NONE, LZO, BROTLI -> throw new IOException(
                    "The footer is compressed by " + postscript.getCompression());
        };
    }

    private static byte[] inflated(byte[] chunk, int block) throws IOException {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(chunk);
            byte[] result = new byte[block];
            return Arrays.copyOf(result, inflater.inflate(result));
        } catch (DataFormatException e) {
            throw new IOException("The footer is damaged", e);
        } finally {
            inflater.end();
        }
    }

    private static byte[] decompressed(Decompressor decompressor, byte[] chunk, int block) throws IOException {
        byte[] result = new byte[block];
        try {
            return Arrays.copyOf(result, decompressor.decompress(chunk, 0, chunk.length, result, 0, result.length));
        } catch (MalformedInputException e) {
            throw new IOException("The footer is damaged", e);
        }
    }
}
