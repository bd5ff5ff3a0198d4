package io.laguna.pipelines.covid.ingest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The search for CSV files at a path. A file's first bytes, not its name, tell how it is packed. */
final class PackedFiles {
    private static final int READ_BUFFER = 1 << 16;
    private static final List<String> SUFFIXES = List.of(".csv", ".gz", ".zip");

    private PackedFiles() {}

    /** Returns the CSV files in order of name; at least one, or an {@link IngestException}. */
    static List<CsvContent> at(Path path) {
        if (!Files.exists(path)) {
            throw new IngestException(path + " does not exist.");
        }
        try {
            return Files.isDirectory(path) ? inFolder(path) : inFile(path);
        } catch (IOException failure) {
            throw new IngestException(path + " cannot be read: " + failure.getMessage(), failure);
        }
    }

    private static List<CsvContent> inFolder(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> entries = Files.list(folder)) {
            files = entries.filter(Files::isRegularFile)
                    .filter(file -> isCaseFile(file.getFileName().toString()))
                    .sorted(Comparator.comparing(file -> file.getFileName().toString()))
                    .toList();
        }
        if (files.isEmpty()) {
            throw new IngestException(folder + " holds no case file: no .csv, .csv.gz or .zip.");
        }
        List<CsvContent> contents = new ArrayList<>();
        for (Path file : files) {
            contents.addAll(inFile(file));
        }
        return contents;
    }

    private static List<CsvContent> inFile(Path file) throws IOException {
        String name = file.getFileName().toString();
        byte[] start = new byte[2];
        int read;
        try (InputStream in = Files.newInputStream(file)) {
            read = in.readNBytes(start, 0, start.length);
        }
        if (read == 0) {
            throw new IngestException(file + " is empty.");
        }
        if (start[0] == 'P' && start[1] == 'K') {
            return inArchive(file);
        }
        if ((start[0] & 0xff) == 0x1f && (start[1] & 0xff) == 0x8b) {
            return List.of(new CsvContent(
                    name.replaceFirst("(?i)\\.gz$", ""),
                    file.toString(),
                    OptionalLong.empty(),
                    () -> gunzip(Files.newInputStream(file))));
        }
        return List.of(new CsvContent(
                name, file.toString(), OptionalLong.of(Files.size(file)), () -> Files.newInputStream(file)));
    }

    private static InputStream gunzip(InputStream packed) throws IOException {
        try {
            return new GZIPInputStream(packed, READ_BUFFER);
        } catch (IOException failure) {
            packed.close();
            throw failure;
        }
    }

    private static List<CsvContent> inArchive(Path file) throws IOException {
        List<String> entries;
        try (ZipFile archive = new ZipFile(file.toFile())) {
            entries = archive.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(ZipEntry::getName)
                    .toList();
        }
        List<CsvContent> contents = entries.stream()
                .filter(entry -> !entry.startsWith("__MACOSX/") && isCsv(lastName(entry)))
                .sorted()
                .map(entry -> new CsvContent(
                        lastName(entry), file + "!" + entry, OptionalLong.empty(), () -> openEntry(file, entry)))
                .toList();
        if (contents.isEmpty()) {
            throw new IngestException(file + " holds no .csv; its entries: " + entries);
        }
        return contents;
    }

    private static InputStream openEntry(Path file, String entry) throws IOException {
        ZipFile archive = new ZipFile(file.toFile());
        try {
            return new FilterInputStream(archive.getInputStream(archive.getEntry(entry))) {
                @Override
                public void close() throws IOException {
                    archive.close();
                }
            };
        } catch (IOException failure) {
            archive.close();
            throw failure;
        }
    }

    private static boolean isCaseFile(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return !name.startsWith(".") && SUFFIXES.stream().anyMatch(lower::endsWith);
    }

    private static boolean isCsv(String name) {
        return !name.startsWith(".") && name.toLowerCase(Locale.ROOT).endsWith(".csv");
    }

    private static String lastName(String entry) {
        return entry.substring(entry.lastIndexOf('/') + 1);
    }
}
