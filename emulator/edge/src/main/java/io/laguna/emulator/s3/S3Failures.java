package io.laguna.emulator.s3;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.eclipse.jetty.io.EofException;
import org.gaul.s3proxy.blobstore.S3Exceptions;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * The answers of S3 to failures.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html">S3's error responses</a>
 */
final class S3Failures {
    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int PRECONDITION_FAILED = 412;
    private static final int RANGE_NOT_SATISFIABLE = 416;
    private static final int SERVER_ERROR = 500;
    private static final int NOT_IMPLEMENTED = 501;

    private final S3Requests requests;

    S3Failures(S3Requests requests) {
        this.requests = requests;
    }

    void answer(HttpServletRequest request, HttpServletResponse response, Exception failure) throws IOException {
        if (response.isCommitted()) {
            // Too late to say anything: the client sees a response that breaks off, which is true.
            throw failure instanceof IOException io ? io : new IOException(failure);
        }
        Optional<AwsServiceException> known = find(failure, AwsServiceException.class);
        if (known.isPresent()) {
            answer(request, response, known.get());
        } else if (find(failure, EofException.class).isPresent()) {
            requests.fail(
                    request,
                    response,
                    BAD_REQUEST,
                    "IncompleteBody",
                    "You did not provide the number of bytes specified by the Content-Length HTTP header");
        } else if (find(failure, TimeoutException.class).isPresent()) {
            requests.fail(
                    request,
                    response,
                    BAD_REQUEST,
                    "RequestTimeout",
                    "Your socket connection to the server was not read from or written to within the timeout period.");
        } else if (failure instanceof UnsupportedOperationException) {
            requests.fail(
                    request,
                    response,
                    NOT_IMPLEMENTED,
                    "NotImplemented",
                    "not implemented by Laguna: " + failure.getMessage());
        } else if (failure instanceof IllegalArgumentException) {
            requests.fail(request, response, BAD_REQUEST, "InvalidArgument", String.valueOf(failure.getMessage()));
        } else {
            S3Request.of(request).listener().unexpected(failure);
            requests.fail(
                    request,
                    response,
                    SERVER_ERROR,
                    "InternalError",
                    "We encountered an internal error. Please try again.");
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, AwsServiceException failure)
            throws IOException {
        Optional.ofNullable(S3Exceptions.httpResponse(failure)).ifPresent(stored -> Stream.of(
                        "ETag", "x-amz-delete-marker", "x-amz-version-id", "Allow")
                .forEach(name -> stored.firstMatchingHeader(name).ifPresent(value -> response.setHeader(name, value))));
        Optional<String> code = Optional.ofNullable(S3Exceptions.errorCode(failure));
        if (code.isPresent()) {
            String message = Optional.ofNullable(failure.awsErrorDetails().errorMessage())
                    .orElse("");
            requests.fail(request, response, failure.statusCode(), code.get(), message);
        } else {
            answerStatus(request, response, failure.statusCode());
        }
    }

    /** Answers a status. The store tells only a status, not what happened. */
    private void answerStatus(HttpServletRequest request, HttpServletResponse response, int status) throws IOException {
        switch (status) {
            case PRECONDITION_FAILED -> {
                if (isUnmodified(request)) {
                    response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
                } else {
                    requests.fail(
                            request,
                            response,
                            status,
                            "PreconditionFailed",
                            "At least one of the pre-conditions you specified did not hold");
                }
            }
            case RANGE_NOT_SATISFIABLE -> requests.fail(
                    request, response, status, "InvalidRange", "The requested range is not satisfiable");
            case METHOD_NOT_ALLOWED -> requests.fail(
                    request,
                    response,
                    status,
                    "MethodNotAllowed",
                    "The specified method is not allowed against this resource.");
            case FORBIDDEN -> requests.fail(request, response, status, "AccessDenied", "Access Denied");
            case BAD_REQUEST -> requests.fail(
                    request,
                    response,
                    status,
                    "BadDigest",
                    "The Content-MD5 you specified did not match what we received.");
            default -> response.setStatus(status);
        }
    }

    /** Tells whether a failed condition of a read means that the object is unchanged, which is answered 304. */
    private static boolean isUnmodified(HttpServletRequest request) {
        return List.of("GET", "HEAD").contains(request.getMethod())
                && request.getHeader("If-Match") == null
                && request.getHeader("If-Unmodified-Since") == null
                && (request.getHeader("If-None-Match") != null || request.getHeader("If-Modified-Since") != null);
    }

    private static <T> Optional<T> find(Throwable failure, Class<T> type) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(32)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }
}
