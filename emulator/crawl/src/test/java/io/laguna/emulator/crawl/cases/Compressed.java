package io.laguna.emulator.crawl.cases;

import io.airlift.compress.lz4.Lz4HadoopStreams;
import io.airlift.compress.snappy.SnappyHadoopStreams;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.commons.compress.compressors.lz4.FramedLZ4CompressorOutputStream;
import org.apache.commons.compress.compressors.snappy.FramedSnappyCompressorOutputStream;

/** Bytes in the compressions that a case may name. */
final class Compressed {
    private Compressed() {}

    static byte[] of(String name, byte[] bytes) throws IOException {
        ByteArrayOutputStream result = new ByteArrayOutputStream();
        try (OutputStream stream = stream(name, result)) {
            stream.write(bytes);
        }
        return result.toByteArray();
    }

    private static OutputStream stream(String name, OutputStream out) throws IOException {
        return switch (name) {
            case "none" -> out;
            case "gzip" -> new GZIPOutputStream(out);
            case "bzip2" -> new BZip2CompressorOutputStream(out);
            case "zip" -> {
                ZipOutputStream zip = new ZipOutputStream(out);
                zip.putNextEntry(new ZipEntry("inside.txt"));
                yield zip;
            }
            case "lz4" -> new FramedLZ4CompressorOutputStream(out);
            case "lz4-hadoop" -> new Lz4HadoopStreams().createOutputStream(out);
            case "snappy" -> new FramedSnappyCompressorOutputStream(out);
            case "snappy-hadoop" -> new SnappyHadoopStreams().createOutputStream(out);
            default -> throw new IllegalArgumentException("No compression " + name);
        };
    }
}
