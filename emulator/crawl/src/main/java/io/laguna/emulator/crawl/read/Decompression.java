package io.laguna.emulator.crawl.read;

import io.airlift.compress.lz4.Lz4HadoopStreams;
import io.airlift.compress.snappy.SnappyHadoopStreams;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.lz4.FramedLZ4CompressorInputStream;
import org.apache.commons.compress.compressors.snappy.FramedSnappyCompressorInputStream;

/** The text inside a compressed file. */
final class Decompression {
    private Decompression() {}

    /** Returns what is compressed in a stream; of an archive, its first file. */
    static InputStream of(Compression compression, InputStream stream) throws IOException {
        return switch (compression) {
            case NONE -> stream;
            case GZIP -> new GZIPInputStream(stream);
            case BZIP2 -> new BZip2CompressorInputStream(stream, true);
            case ZIP -> firstFile(stream);
            case LZ4 -> new FramedLZ4CompressorInputStream(stream, true);
            case LZ4_HADOOP -> new Lz4HadoopStreams().createInputStream(stream);
            case SNAPPY -> new FramedSnappyCompressorInputStream(stream);
            case SNAPPY_HADOOP -> new SnappyHadoopStreams().createInputStream(stream);
        };
    }

    private static InputStream firstFile(InputStream stream) throws IOException {
        ZipInputStream archive = new ZipInputStream(stream);
        ZipEntry entry = archive.getNextEntry();
        while (entry != null && entry.isDirectory()) {
            entry = archive.getNextEntry();
        }
        return archive;
    }
}
