package io.laguna.glue.error;

import java.io.Serial;

/** The end of a job whose frame holds more errors than its step allows. */
public final class ErrorThresholdException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public ErrorThresholdException(String threshold, long allowed, long errors, String firstError) {
        super("Error threshold exceeded: " + errors + " error records, the " + threshold + " threshold allows "
                + allowed + ". First error: " + firstError);
    }
}
