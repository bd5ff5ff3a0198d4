package io.laguna.emulator.s3.store.object;

import java.time.Instant;

/** A version of a key: an object, or the mark that the key was deleted. */
public sealed interface Version permits StoredObject, DeleteMarker {
    /** The id of the one version of a bucket that was never versioned, or that is suspended. */
    String NULL = "null";

    String key();

    /** {@link #NULL}, or an id. */
    String versionId();

    /** To the millisecond. */
    Instant lastModified();
}
