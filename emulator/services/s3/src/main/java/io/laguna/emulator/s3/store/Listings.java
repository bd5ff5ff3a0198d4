package io.laguna.emulator.s3.store;

/**
 * Keys and versions of a bucket, page by page.
 *
 * <p>A listing that meets a symbolic link out of its bucket, or back to a folder that the link is in, fails with
 * {@code LEAVES_BUCKET}: one that left it out would not be whole, and would not say so.
 */
public final class Listings {
    Listings() {}

    /** Objects that are there now. */
    public ListPage list(ListRequest request) {
        throw new UnsupportedOperationException("list");
    }

    /** All versions and delete markers; on a plain bucket every object is its own version {@code null}. */
    public VersionPage versions(ListVersionsRequest request) {
        throw new UnsupportedOperationException("versions");
    }
}
