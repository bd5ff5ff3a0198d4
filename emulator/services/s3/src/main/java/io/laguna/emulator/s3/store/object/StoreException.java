package io.laguna.emulator.s3.store.object;

import java.util.Optional;

/** A refusal of the store, whose reason the caller may know. */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Reason reason;
    private final transient DeleteMarker marker;

    /** Why. */
    public enum Reason {
        NO_SUCH_BUCKET,
        INVALID_BUCKET_NAME,
        BUCKET_EXISTS,
        BUCKET_NOT_EMPTY,
        /** Not valid Unicode, or empty. */
        INVALID_KEY,
        /** More than 1,024 bytes of UTF-8. */
        KEY_TOO_LONG,
        /** A symbolic link leads out of the bucket. */
        LEAVES_BUCKET,
        NO_SUCH_KEY,
        NO_SUCH_VERSION,
        /** The version is a delete marker, which {@link #marker()} tells. */
        DELETE_MARKER,
        INCOMPLETE_BODY,
        NO_SUCH_UPLOAD,
        INVALID_PART,
        INVALID_PART_ORDER,
        PART_TOO_SMALL
    }

    public StoreException(Reason reason, String message) {
        super(message);
        this.reason = reason;
        this.marker = null;
    }

    public StoreException(DeleteMarker marker) {
        super("The version " + marker.versionId() + " of " + marker.key() + " is a delete marker.");
        this.reason = Reason.DELETE_MARKER;
        this.marker = marker;
    }

    public Reason reason() {
        return reason;
    }

    public Optional<DeleteMarker> marker() {
        return Optional.ofNullable(marker);
    }
}
