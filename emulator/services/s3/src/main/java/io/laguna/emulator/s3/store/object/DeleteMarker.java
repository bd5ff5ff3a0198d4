package io.laguna.emulator.s3.store.object;

import java.time.Instant;

/** A version that says: deleted from here on. */
public record DeleteMarker(String key, String versionId, Instant lastModified) implements Version {}
