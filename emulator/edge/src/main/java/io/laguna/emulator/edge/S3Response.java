package io.laguna.emulator.edge;

import io.laguna.emulator.s3.S3Servlet;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * An answer of S3 whose content type is the object's, letter by letter. Servlets rewrite {@code text/plain;
 * charset=UTF-8}.
 */
final class S3Response extends Response.Wrapper {
    S3Response(Request request, Response response) {
        super(request, response);
    }

    @Override
    public void write(boolean last, ByteBuffer content, Callback callback) {
        if (!isCommitted() && getRequest().getAttribute(S3Servlet.CONTENT_TYPE) instanceof String type) {
            getHeaders().put(HttpHeader.CONTENT_TYPE, type);
        }
        super.write(last, content, callback);
    }
}
