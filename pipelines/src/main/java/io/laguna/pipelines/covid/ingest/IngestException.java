package io.laguna.pipelines.covid.ingest;

/** A source that cannot be landed; the message says which, why, and what to do. Nothing of it is visible to readers. */
public class IngestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public IngestException(String message) {
        super(message);
    }

    public IngestException(String message, Throwable cause) {
        super(message, cause);
    }
}
