package io.laguna.emulator.s3.store.upload;

import java.time.Instant;

/** A multipart upload in progress. */
public record Upload(String id, Instant initiated, NewUpload begun) {
    public String key() {
        return begun.key();
    }
}
