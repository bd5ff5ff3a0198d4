package io.laguna.pipelines.covid.ingest;

import java.util.OptionalLong;

/**
 * A listener to the progress of an ingest, called after every few megabytes, every page, and at the end of every stage.
 */
@FunctionalInterface
public interface IngestProgress {

    /** A listener that does nothing. */
    IngestProgress SILENT = advance -> {};

    void advanced(Advance advance);

    /** The kind of work that is being done. */
    enum Stage {
        /** A file is read through: rows counted, bytes summed. */
        CHECKING,
        /** A file's bytes are written to the raw zone. */
        LANDING,
        /** Pages are fetched and landed. */
        DOWNLOADING
    }

    /**
     * The progress of a stage.
     *
     * @param source path or URL
     * @param rows CSV records so far
     * @param bytes uncompressed bytes so far
     * @param totalRows CSV records there will be, where that is known
     * @param totalBytes uncompressed bytes there will be, where that is known
     */
    record Advance(
            Stage stage, String source, long rows, long bytes, OptionalLong totalRows, OptionalLong totalBytes) {}
}
