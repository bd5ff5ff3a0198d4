package io.laguna.apps.covid.cases;

import java.util.List;

/**
 * The manifest of a delivery, {@code _manifest.json}, which the ingestion writes beside the files, last of all.
 *
 * @param delivery UTC time of landing, unique; the greater string is the later delivery
 * @param rows CSV records of all files together, without headers
 * @param columns the header, exactly as it stands in every file
 * @param multiline whether any record spans lines
 */
record Manifest(String delivery, long rows, List<String> columns, boolean multiline, List<LandedFile> files) {

    /**
     * A file of the delivery.
     *
     * @param key path inside the raw zone, such as {@code covid/cases/delivery=2026-11-21T053018/cases.csv}
     */
    record LandedFile(String key, long bytes) {}

    Manifest {
        columns = List.copyOf(columns);
        files = List.copyOf(files);
    }

    Release release() {
        return Release.recognise(columns);
    }

    long bytes() {
        return files.stream().mapToLong(LandedFile::bytes).sum();
    }
}
