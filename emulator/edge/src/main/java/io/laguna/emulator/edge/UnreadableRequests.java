package io.laguna.emulator.edge;

import io.laguna.emulator.edge.answer.Answers;
import io.laguna.emulator.edge.answer.ErrorAnswer;
import io.laguna.emulator.edge.request.WireRequests;
import io.laguna.wire.WireResponse;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * The answers to requests that HTTP itself refuses, before any service is found. They are in S3's form, since every
 * client reads the status of that, unless a signature names another service: the path of a service of REST may have what
 * no URI can.
 */
final class UnreadableRequests extends ErrorHandler {
    private static final String BAD_URI = "InvalidURI";
    private static final Pattern OF_SERVICE = Pattern.compile("/([^/]+)/aws4_request");

    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    @Override
    protected void generateResponse(
            Request request, Response response, int status, String message, Throwable cause, Callback callback) {
        ErrorAnswer answer =
                switch (status) {
                    case HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE_431, HttpStatus.URI_TOO_LONG_414 -> new ErrorAnswer(
                            status,
                            "RequestHeaderSectionTooLarge",
                            "Your request headers exceed the maximum allowed size.");
                    case HttpStatus.REQUEST_TIMEOUT_408 -> new ErrorAnswer(
                            status, "RequestTimeout", "The request took too long to arrive.");
                    default -> status >= HttpStatus.INTERNAL_SERVER_ERROR_500
                            ? new ErrorAnswer(
                                    status, "InternalError", "We encountered an internal error. Please try again.")
                            : new ErrorAnswer(status, BAD_URI, "Couldn't parse the specified URI.");
                };
        // A later request on this connection may begin elsewhere than it seems.
        response.getHeaders().put(HttpHeader.CONNECTION, "close");
        Answers.send(answer(request, answer, UUID.randomUUID().toString()), response, callback);
    }

    private static WireResponse answer(Request request, ErrorAnswer error, String requestId) {
        boolean others = Optional.ofNullable(request.getHeaders().get(HttpHeader.AUTHORIZATION))
                .map(OF_SERVICE::matcher)
                .filter(Matcher::find)
                .map(scope -> scope.group(1))
                .filter(service -> !service.equals("s3"))
                .isPresent();
        if (!others) {
            return Answers.s3(error, "", requestId);
        }
        ErrorAnswer named = error.code().equals(BAD_URI)
                ? new ErrorAnswer(error.status(), "ValidationException", error.message())
                : error;
        return Answers.ofNobody(WireRequests.head(request), named, requestId);
    }
}
