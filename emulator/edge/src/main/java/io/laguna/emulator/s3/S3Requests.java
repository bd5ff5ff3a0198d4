package io.laguna.emulator.s3;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.gaul.s3proxy.S3ProxyHandler;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;

/** S3Proxy's request handler, without authentication of its own: the edge has verified the signature. */
final class S3Requests extends S3ProxyHandler {
    /** The largest chunk that is read: far above what any SDK makes of a body. */
    static final int LARGEST_CHUNK = 16 << 20;

    /**
     * The largest body of one PUT, as with S3 itself
     * (https://docs.aws.amazon.com/AmazonS3/latest/userguide/upload-objects.html).
     */
    private static final long LARGEST_PUT = 5L << 30;

    private static final int CLOCK_SKEW_SECONDS = 15 * 60;

    S3Requests(BlobStore store) {
        super(
                store,
                AuthenticationType.NONE,
                null,
                null,
                null,
                LARGEST_PUT,
                LARGEST_PUT,
                LARGEST_CHUNK,
                true,
                null,
                "",
                CLOCK_SKEW_SECONDS);
    }

    void fail(HttpServletRequest request, HttpServletResponse response, int status, String code, String message)
            throws IOException {
        sendSimpleErrorResponse(request, response, code, status, message, Map.of());
    }
}
