package io.laguna.emulator.s3;

import java.nio.file.Files;
import java.util.regex.Pattern;
import org.gaul.s3proxy.S3ErrorCode;
import org.gaul.s3proxy.S3ProxyException;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;

/**
 * Multipart uploads in progress.
 *
 * <p>S3Proxy keeps a part of any upload, also of one that was never begun or has ended, and nobody ever removes such a
 * part. The id is part of a file's name, so it must be one that S3Proxy gave.
 */
final class Uploads {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final BucketBounds bounds;

    Uploads(BucketBounds bounds) {
        this.bounds = bounds;
    }

    /** Refuses an upload that is not in progress. */
    void require(MultipartUpload upload) {
        bounds.file(upload.containerName(), upload.blobName());
        boolean known = ID.matcher(upload.id()).matches()
                && Files.exists(bounds.file(
                        upload.containerName(), ".mpus-" + upload.id() + "-" + upload.blobName() + "-stub"));
        if (!known) {
            throw new S3ProxyException(
                    S3ErrorCode.NO_SUCH_UPLOAD,
                    "The specified upload does not exist. The upload ID may be invalid, or the upload may have been"
                            + " aborted or completed.");
        }
    }
}
