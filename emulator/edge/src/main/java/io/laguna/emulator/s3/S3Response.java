package io.laguna.emulator.s3;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * An answer of S3 whose content type is the object's, letter by letter. Servlets rewrite {@code text/plain;
 * charset=UTF-8}.
 */
public final class S3Response extends Response.Wrapper {
    private final S3Request request;

    public S3Response(S3Request request, Response response) {
        super(request, response);
        this.request = request;
    }

    @Override
    public void write(boolean last, ByteBuffer content, Callback callback) {
        if (!isCommitted()) {
            request.answeredType().ifPresent(type -> getHeaders().put(HttpHeader.CONTENT_TYPE, type));
        }
        super.write(last, content, callback);
    }
}
