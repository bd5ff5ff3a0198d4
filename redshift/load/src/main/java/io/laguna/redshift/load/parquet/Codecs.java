package io.laguna.redshift.load.parquet;

import io.airlift.compress.Decompressor;
import io.airlift.compress.lz4.Lz4Decompressor;
import io.airlift.compress.snappy.SnappyDecompressor;
import io.airlift.compress.zstd.ZstdDecompressor;
import io.laguna.redshift.load.plan.FileRefused;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.format.CompressionCodec;

/** The compressions of pages. */
final class Codecs {
    private Codecs() {}

    /** Returns what is compressed in a part of a buffer. */
    static byte[] decompress(CompressionCodec codec, byte[] bytes, int from, int length, int size) throws IOException {
        return switch (codec) {
            case UNCOMPRESSED -> Arrays.copyOfRange(bytes, from, from + length);
            case SNAPPY -> by(new SnappyDecompressor(), bytes, from, length, size);
            case ZSTD -> by(new ZstdDecompressor(), bytes, from, length, size);
            case LZ4_RAW -> by(new Lz4Decompressor(), bytes, from, length, size);
            case GZIP -> {
                try (GZIPInputStream stream = new GZIPInputStream(new ByteArrayInputStream(bytes, from, length))) {
                    yield stream.readNBytes(size);
                }
            }
            case LZO, BROTLI, LZ4 -> throw new FileRefused("Compression " + codec + " of Parquet is not supported");
        };
    }

    private static byte[] by(Decompressor decompressor, byte[] bytes, int from, int length, int size) {
        byte[] plain = new byte[size];
        int written = decompressor.decompress(bytes, from, length, plain, 0, size);
        return written == size ? plain : Arrays.copyOf(plain, written);
    }
}
