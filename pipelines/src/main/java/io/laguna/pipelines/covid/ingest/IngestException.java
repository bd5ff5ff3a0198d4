package io.laguna.pipelines.covid.ingest;

/**
 * The failure to land a source; the message says which source, why, and what to do. Readers see nothing of that source.
 */
public class IngestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public IngestException(String message) {
        super(message);
    }

    public IngestException(String message, Throwable cause) {
        super(message, cause);
    }
}
