package io.laguna.pipelines.covid.ingest;

import java.util.ArrayList;
import java.util.List;

/**
 * The progress of a delivery's download; as JSON in the {@code _progress.json} of the unfinished delivery.
 *
 * @param source the query, see {@link SodaQuery#source()}
 * @param expectedRows how many rows the query had when the download began
 * @param columns the header of every page; empty before the first one
 * @param multiline whether a record of a page so far spans lines
 */
record SodaDownload(String source, long expectedRows, List<String> columns, boolean multiline, List<LandedFile> pages) {
    static final String FILE = "_progress.json";

    SodaDownload {
        columns = List.copyOf(columns);
        pages = List.copyOf(pages);
    }

    static SodaDownload begin(String source, long expectedRows) {
        return new SodaDownload(source, expectedRows, List.of(), false, List.of());
    }

    /** Returns the number of rows so far, which is the offset of the next page. */
    long rows() {
        return pages.stream().mapToLong(LandedFile::rows).sum();
    }

    long bytes() {
        return pages.stream().mapToLong(LandedFile::bytes).sum();
    }

    SodaDownload with(LandedFile page, List<String> header, boolean spansLines) {
        List<LandedFile> more = new ArrayList<>(pages);
        more.add(page);
        return new SodaDownload(source, expectedRows, header, multiline || spansLines, more);
    }

    /** Returns the same pages as files of another delivery. */
    SodaDownload movedTo(String delivery) {
        List<LandedFile> moved = pages.stream()
                .map(page ->
                        new LandedFile(RawZone.folder(delivery) + name(page), page.rows(), page.bytes(), page.sha256()))
                .toList();
        return new SodaDownload(source, expectedRows, columns, multiline, moved);
    }

    static String name(LandedFile page) {
        return page.key().substring(page.key().lastIndexOf('/') + 1);
    }
}
