package io.laguna.pipelines.covid.ingest;

import java.time.Instant;
import java.util.List;

/**
 * The content of a delivery; as JSON in the delivery's {@code _manifest.json}, with names in snake_case.
 *
 * @param delivery UTC time of landing as {@code yyyy-MM-dd'T'HHmmss}, unique; a greater string is a later delivery
 * @param source path or URL it was read from
 * @param rows CSV records without headers, over all files
 * @param columns the header's names exactly as in the files, without a byte order mark
 * @param multiline whether a record spans lines, by a line break in a quoted value
 */
public record Manifest(
        String delivery,
        Origin origin,
        String source,
        long rows,
        CaseHeader header,
        List<String> columns,
        boolean multiline,
        List<LandedFile> files,
        Instant landedAt) {

    public Manifest {
        columns = List.copyOf(columns);
        files = List.copyOf(files);
    }

    /** Returns the size of all files together. */
    public long bytes() {
        return files.stream().mapToLong(LandedFile::bytes).sum();
    }

    /** Tells whether the files are the same bytes in the same order, whatever their names. */
    boolean hasContentOf(List<LandedFile> others) {
        return sums(files).equals(sums(others));
    }

    private static List<String> sums(List<LandedFile> files) {
        return files.stream().map(LandedFile::sha256).toList();
    }
}
