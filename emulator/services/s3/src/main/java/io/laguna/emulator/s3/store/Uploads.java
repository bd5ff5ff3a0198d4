package io.laguna.emulator.s3.store;

import java.io.InputStream;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Multipart uploads in progress. They survive the end of the process; their parts are never objects.
 *
 * <p>Every call with an id throws a {@link StoreException} with {@code NO_SUCH_UPLOAD} when the bucket has no such upload
 * of that key.
 */
public final class Uploads {
    Uploads() {}

    /** Begins one. */
    public Upload create(NewUpload upload) {
        throw new UnsupportedOperationException("create");
    }

    /** One in progress. */
    public Upload get(String bucket, String key, String id) {
        throw new UnsupportedOperationException("get");
    }

    /**
     * Keeps a part, in place of one of that number.
     *
     * @param checksums to be computed beside the upload's own
     * @param check asked without a current version; whatever it throws is thrown by the call, and nothing has happened
     */
    public UploadedPart putPart(
            String bucket,
            String key,
            String id,
            int number,
            InputStream body,
            OptionalLong length,
            Set<ChecksumAlgorithm> checksums,
            BeforeCommit check) {
        throw new UnsupportedOperationException("putPart");
    }

    /** Keeps bytes of an open object as a part. */
    public UploadedPart copyPart(
            String bucket, String key, String id, int number, OpenObject source, long offset, long length) {
        throw new UnsupportedOperationException("copyPart");
    }

    /** Parts with numbers above {@code after}. */
    public PartPage parts(String bucket, String key, String id, OptionalInt after, int max) {
        throw new UnsupportedOperationException("parts");
    }

    /** Uploads of a bucket. */
    public UploadPage list(ListUploadsRequest request) {
        throw new UnsupportedOperationException("list");
    }

    /**
     * Makes the object of the parts that are named.
     *
     * @param smallest how many bytes every part but the last must have
     * @throws StoreException {@code INVALID_PART} for one that is not there, or has another ETag or checksum,
     *     {@code INVALID_PART_ORDER}, {@code PART_TOO_SMALL}
     */
    public StoredObject complete(
            String bucket, String key, String id, List<NamedPart> parts, long smallest, BeforeCommit check) {
        throw new UnsupportedOperationException("complete");
    }

    /** Ends one without an object. */
    public void abort(String bucket, String key, String id) {
        throw new UnsupportedOperationException("abort");
    }
}
