package io.laguna.emulator.s3;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Request;

/**
 * A request to S3 with the bucket in its path, wherever the client wrote it. It carries the promise about its body and
 * the listener.
 */
public final class S3Request extends Request.Wrapper {
    private final HttpURI uri;
    private final PayloadCheck payload;
    private final S3Listener listener;
    private Optional<String> answeredType = Optional.empty();

    /**
     * Wraps a request.
     *
     * @param bucketOfHost the bucket that the host names
     * @param payload what is promised of the body
     */
    public S3Request(Request request, Optional<String> bucketOfHost, PayloadCheck payload, S3Listener listener) {
        super(request);
        this.uri = bucketOfHost
                .<HttpURI>map(bucket -> HttpURI.build(request.getHttpURI())
                        .path("/" + bucket + request.getHttpURI().getPath())
                        .asImmutable())
                .orElseGet(request::getHttpURI);
        this.payload = payload;
        this.listener = listener;
    }

    /** Returns the request that a servlet sees in its own form. */
    static S3Request of(HttpServletRequest request) {
        return Request.as(ServletContextRequest.getServletContextRequest(request), S3Request.class);
    }

    @Override
    public HttpURI getHttpURI() {
        return uri;
    }

    PayloadCheck payload() {
        return payload;
    }

    S3Listener listener() {
        return listener;
    }

    /** Returns the content type that the answer has to have; empty where the servlet container's form of it will do. */
    Optional<String> answeredType() {
        return answeredType;
    }

    void answerType(Optional<String> type) {
        answeredType = type;
    }
}
