package io.laguna.emulator.s3.store;

import java.util.List;
import java.util.Optional;

/** The buckets of a store, and the small documents that belong to each. */
public final class Buckets {
    Buckets() {}

    /** All of them, by name. Files beside the buckets and hidden folders are none. */
    public List<Bucket> list() {
        throw new UnsupportedOperationException("list");
    }

    /** A bucket by its name; nothing also for a name that no bucket can have. */
    public Optional<Bucket> find(String name) {
        throw new UnsupportedOperationException("find");
    }

    /** @throws StoreException {@code NO_SUCH_BUCKET} */
    public Bucket get(String name) {
        throw new UnsupportedOperationException("get");
    }

    /**
     * Makes a bucket; one with object lock is a versioned one.
     *
     * @throws StoreException {@code BUCKET_EXISTS}, {@code INVALID_BUCKET_NAME}; whether the name follows all of S3's
     *     rules is the caller's to check
     */
    public Bucket create(String name, Optional<String> region, boolean objectLock) {
        throw new UnsupportedOperationException("create");
    }

    /**
     * Removes a bucket with its documents and its uploads in progress.
     *
     * @throws StoreException {@code NO_SUCH_BUCKET}, {@code BUCKET_NOT_EMPTY} when there is an object, a version or a
     *     delete marker
     */
    public void delete(String name) {
        throw new UnsupportedOperationException("delete");
    }

    /** Enables or suspends versioning. */
    public Bucket version(String name, Versioning versioning) {
        throw new UnsupportedOperationException("version");
    }

    /** Allows versions to be locked from now on. */
    public Bucket enableObjectLock(String name) {
        throw new UnsupportedOperationException("enableObjectLock");
    }

    /**
     * A document of the bucket's, as it was put.
     *
     * @param document lower-case letters, digits and dashes, such as {@code lifecycle}
     */
    public Optional<String> document(String name, String document) {
        throw new UnsupportedOperationException("document");
    }

    /** Keeps a document in place of the one before, wholly or not at all. */
    public void putDocument(String name, String document, String text) {
        throw new UnsupportedOperationException("putDocument");
    }

    /** Removes a document that may be there or not. */
    public void removeDocument(String name, String document) {
        throw new UnsupportedOperationException("removeDocument");
    }
}
