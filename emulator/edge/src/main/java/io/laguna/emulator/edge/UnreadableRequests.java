package io.laguna.emulator.edge;

import io.laguna.emulator.edge.answer.Answers;
import io.laguna.emulator.edge.answer.ErrorAnswer;
import java.util.UUID;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * The answers to requests that HTTP itself refuses, before any service is found. They are in S3's form, since every
 * client reads the status of that.
 */
final class UnreadableRequests extends ErrorHandler {
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
                            : new ErrorAnswer(status, "InvalidURI", "Couldn't parse the specified URI.");
                };
        // A later request on this connection may begin elsewhere than it seems.
        response.getHeaders().put(HttpHeader.CONNECTION, "close");
        Answers.send(Answers.s3(answer, "", UUID.randomUUID().toString()), response, callback);
    }
}
