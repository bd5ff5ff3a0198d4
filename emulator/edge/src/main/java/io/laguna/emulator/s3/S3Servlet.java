package io.laguna.emulator.s3;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import org.gaul.s3proxy.S3ProxyHandler.RequestContext;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/** The servlet that serves S3 from a folder of buckets: a bucket is a folder, an object is a file. */
public final class S3Servlet extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final String CONTENT_SHA256 = "x-amz-content-sha256";

    private final transient S3Requests requests;
    private final transient S3Failures failures;

    /**
     * Creates a servlet for the buckets in a folder.
     *
     * @param buckets a folder that exists
     */
    public S3Servlet(Path buckets, ObjectEvents events) {
        Path folder = buckets.toAbsolutePath().normalize();
        PlainFilesBlobStore files = new PlainFilesBlobStore(new FilesystemNio2BlobStore(folder.toString()), folder);
        this.requests = new S3Requests(new EventfulBlobStore(files, events));
        this.failures = new S3Failures(requests);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        RequestContext context = new RequestContext();
        S3Request call = S3Request.of(request);
        PayloadCheck check = call.payload();
        HttpServletRequest seen = check.takesChunksApart() ? new Plain(request) : request;
        try {
            Subresources.check(request);
            InputStream checked = check.over(
                    request.getInputStream(),
                    request.getContentLengthLong(),
                    Optional.ofNullable(request.getHeader("x-amz-trailer")));
            requests.doHandle(seen, seen, new Typed(call, response), checked, context);
        } catch (IOException | RuntimeException e) {
            new Leftover(request.getContentLengthLong()).read(request.getInputStream());
            call.answerType(Optional.empty());
            failures.answer(request, response, e);
        } finally {
            if (context.getOperation() != null) {
                call.listener().operation(context.getOperation().getValue());
            }
        }
    }

    /** A request whose body has already lost the frames of its chunks. */
    private static final class Plain extends HttpServletRequestWrapper {
        Plain(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getHeader(String name) {
            return CONTENT_SHA256.equalsIgnoreCase(name) ? "UNSIGNED-PAYLOAD" : super.getHeader(name);
        }
    }

    /** A response that remembers the content type before the container rewrites it. */
    private static final class Typed extends HttpServletResponseWrapper {
        private final S3Request call;

        Typed(S3Request call, HttpServletResponse response) {
            super(response);
            this.call = call;
        }

        @Override
        public void setContentType(String type) {
            call.answerType(Optional.ofNullable(type));
            super.setContentType(type);
        }

        @Override
        public void setHeader(String name, String value) {
            remember(name, value);
            super.setHeader(name, value);
        }

        @Override
        public void addHeader(String name, String value) {
            remember(name, value);
            super.addHeader(name, value);
        }

        private void remember(String name, String value) {
            if (name.equalsIgnoreCase("Content-Type")) {
                call.answerType(Optional.ofNullable(value));
            }
        }
    }
}
