package io.laguna.emulator.edge;

import java.util.Optional;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Request;

/** A request to S3 with the bucket in its path, wherever the client wrote it. */
final class S3Request extends Request.Wrapper {
    private final HttpURI uri;

    S3Request(Request request, Optional<String> bucketOfHost) {
        super(request);
        this.uri = bucketOfHost
                .<HttpURI>map(bucket -> HttpURI.build(request.getHttpURI())
                        .path("/" + bucket + request.getHttpURI().getPath())
                        .asImmutable())
                .orElseGet(request::getHttpURI);
    }

    @Override
    public HttpURI getHttpURI() {
        return uri;
    }
}
