package io.laguna.emulator.crawl.parquet;

import io.airlift.compress.Decompressor;
import io.airlift.compress.MalformedInputException;
import io.airlift.compress.lz4.Lz4Decompressor;
import io.airlift.compress.snappy.SnappyDecompressor;
import io.airlift.compress.zstd.ZstdDecompressor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.format.CompressionCodec;

/** The way in which pages are decompressed. */
record PageCodec(CompressionCodec codec) {
    /** Returns what is compressed, which has this size. */
    byte[] decompressed(byte[] page, int size) throws IOException {
        return switch (codec) {
            case UNCOMPRESSED -> page;
            case SNAPPY -> decompressed(new SnappyDecompressor(), page, size);
            case ZSTD -> decompressed(new ZstdDecompressor(), page, size);
            case LZ4_RAW -> decompressed(new Lz4Decompressor(), page, size);
            case GZIP -> new GZIPInputStream(new ByteArrayInputStream(page)).readNBytes(size);
            case LZO, BROTLI, LZ4 -> throw new IOException("Pages are compressed by " + codec);
        };
    }

    private static byte[] decompressed(Decompressor decompressor, byte[] page, int size) throws IOException {
        byte[] result = new byte[size];
        try {
            decompressor.decompress(page, 0, page.length, result, 0, size);
            return result;
        } catch (MalformedInputException e) {
            throw new IOException("A page is damaged", e);
        }
    }
}
