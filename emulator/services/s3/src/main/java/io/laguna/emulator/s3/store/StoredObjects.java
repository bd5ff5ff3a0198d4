package io.laguna.emulator.s3.store;

import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/**
 * The objects of all buckets, one at a time.
 *
 * <p>Every call may throw a {@link StoreException} with {@code NO_SUCH_BUCKET}, {@code INVALID_KEY}, {@code KEY_TOO_LONG}
 * or {@code LEAVES_BUCKET}.
 */
public final class StoredObjects {
    StoredObjects() {}

    /** The latest version of a key, or the one that is named. */
    public Optional<Version> find(String bucket, String key, Optional<String> versionId) {
        throw new UnsupportedOperationException("find");
    }

    /**
     * What {@link #find} finds, if it is an object.
     *
     * @throws StoreException {@code NO_SUCH_KEY}, {@code NO_SUCH_VERSION}, or {@code DELETE_MARKER} with the marker
     */
    public StoredObject get(String bucket, String key, Optional<String> versionId) {
        throw new UnsupportedOperationException("get");
    }

    /** What {@link #get} gets, with its bytes. */
    public OpenObject open(String bucket, String key, Optional<String> versionId) {
        throw new UnsupportedOperationException("open");
    }

    /**
     * Writes an object. It is there, whole and with its metadata, when this returns, and not before.
     *
     * @param length how many bytes must come, where that is known
     * @throws StoreException {@code INCOMPLETE_BODY} when fewer or more come
     */
    public StoredObject put(NewObject target, InputStream body, OptionalLong length, BeforeCommit check) {
        throw new UnsupportedOperationException("put");
    }

    /**
     * Copies an object that the caller has opened, onto itself too. Checksums that the source has are not computed again;
     * with none asked for, those of the source that are over the full object are kept.
     */
    public StoredObject copy(OpenObject source, NewObject target, BeforeCommit check) {
        throw new UnsupportedOperationException("copy");
    }

    /**
     * Deletes as the bucket's versioning says, or the version that is named, for good.
     *
     * @return what happened, which may be nothing
     */
    public Deleted delete(String bucket, String key, Optional<String> versionId, BeforeDelete check) {
        throw new UnsupportedOperationException("delete");
    }

    /**
     * Changes tags, ACL, retention or legal hold of one version; its ETag and time stay.
     *
     * @param change asked while nobody else can change the key; whatever it throws is thrown by the call
     * @throws StoreException as {@link #get}
     */
    public StoredObject update(
            String bucket, String key, Optional<String> versionId, UnaryOperator<ObjectMetadata> change) {
        throw new UnsupportedOperationException("update");
    }
}
