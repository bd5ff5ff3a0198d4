package io.laguna.pipelines.covid.ingest;

import io.laguna.pipelines.covid.sample.CaseGenerator;
import io.laguna.pipelines.covid.sample.CaseSample;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Case files for tests, and ways to pack them. */
final class TestCsv {
    private TestCsv() {}

    static byte[] cases(CaseHeader header, long rows, long seed) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new CaseGenerator(CaseSample.of(rows, seed).under(header)).writeTo(out, written -> {});
        return out.toByteArray();
    }

    static byte[] header(CaseHeader header) {
        return (String.join(",", header.columns()) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream packed = new GZIPOutputStream(out)) {
            packed.write(bytes);
        }
        return out.toByteArray();
    }

    /** Writes an archive of the CSV, and of the files that the Finder of macOS puts beside it. */
    static void zip(Path file, String entry, byte[] csv) throws IOException {
        try (ZipOutputStream archive = new ZipOutputStream(Files.newOutputStream(file))) {
            archive.putNextEntry(new ZipEntry("folder.csv/"));
            write(archive, "__MACOSX/._" + entry, new byte[] {0, 5, 22, 7});
            write(archive, "._" + entry, new byte[] {0, 5, 22, 7});
            write(archive, "folder.csv/readme.txt", new byte[] {'x'});
            write(archive, "folder.csv/" + entry, csv);
        }
    }

    private static void write(ZipOutputStream archive, String entry, byte[] bytes) throws IOException {
        archive.putNextEntry(new ZipEntry(entry));
        archive.write(bytes);
        archive.closeEntry();
    }
}
