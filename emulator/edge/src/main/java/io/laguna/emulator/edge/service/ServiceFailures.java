package io.laguna.emulator.edge.service;

import io.laguna.emulator.edge.answer.ErrorAnswer;
import io.laguna.emulator.edge.log.Call;
import io.laguna.emulator.edge.mount.Destination;
import io.laguna.emulator.edge.request.ClaimReader;
import io.laguna.emulator.edge.request.FormCall;
import io.laguna.emulator.edge.signature.RefusalCodes;
import io.laguna.wire.MalformedRequestException;
import io.laguna.wire.Operation;
import io.laguna.wire.Protocol;
import io.laguna.wire.ServiceDescription;
import io.laguna.wire.WireRequest;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/** The errors of a service that are none of its own, as AWS calls them: each protocol has its own names. */
public final class ServiceFailures {
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int NOT_IMPLEMENTED = 501;
    private static final int UNAVAILABLE = 503;

    /** The errors by which services call a value invalid. A service that has several uses the first. */
    private static final List<String> INVALID = List.of("ValidationException", "InvalidRequestException");

    private ServiceFailures() {}

    /** Returns the answer of AWS to an operation that AWS does not know either. */
    static ErrorAnswer unknown(ServiceDescription service, WireRequest request) {
        return switch (service.protocol()) {
            case AWS_QUERY -> new ErrorAnswer(
                    BAD_REQUEST,
                    "InvalidAction",
                    "Could not find operation " + action(request) + " for version " + service.apiVersion());
            case AWS_JSON_1_0, AWS_JSON_1_1 -> new ErrorAnswer(
                    BAD_REQUEST,
                    "UnknownOperationException",
                    "Unknown operation: "
                            + ClaimReader.header(request, "x-amz-target").orElse("no X-Amz-Target"));
            case REST_JSON_1 -> new ErrorAnswer(
                    NOT_FOUND,
                    "UnknownOperationException",
                    "Unknown operation: " + request.method() + " " + request.rawPath());
            case REST_XML -> new ErrorAnswer(
                    METHOD_NOT_ALLOWED,
                    "MethodNotAllowed",
                    "The specified method is not allowed against this resource.");
        };
    }

    static ErrorAnswer malformed(ServiceDescription service, MalformedRequestException why) {
        if (service.protocol() != Protocol.REST_XML) {
            return new ErrorAnswer(BAD_REQUEST, "SerializationException", why.getMessage());
        }
        return why.isInBody()
                ? new ErrorAnswer(
                        BAD_REQUEST,
                        "MalformedXML",
                        "The XML you provided was not well-formed or did not validate against our published schema ("
                                + why.getMessage() + ")")
                : new ErrorAnswer(BAD_REQUEST, "InvalidArgument", why.getMessage());
    }

    /** Returns the answer to a request with a value that no request may have, by the service's own error for it. */
    static ErrorAnswer invalid(ServiceDescription service, String message) {
        String code = service.protocol() == Protocol.AWS_QUERY
                ? "ValidationError"
                : INVALID.stream()
                        .filter(service::hasError)
                        .findFirst()
                        .orElse(service.protocol() == Protocol.REST_XML ? "InvalidArgument" : "ValidationException");
        return new ErrorAnswer(BAD_REQUEST, code, message);
    }

    static ErrorAnswer notImplemented(ServiceDescription service, Operation operation) {
        return notImplemented(service, operation.name());
    }

    public static ErrorAnswer notImplemented(ServiceDescription service, String what) {
        return new ErrorAnswer(
                NOT_IMPLEMENTED,
                code(service, "NotImplemented", "NotImplementedException"),
                "not implemented by Laguna: " + service.signingName() + ":" + what);
    }

    static ErrorAnswer unavailable(ServiceDescription service, Operation operation, String reason) {
        String name = service.signingName() + ":" + operation.name();
        return new ErrorAnswer(
                UNAVAILABLE,
                code(service, "ServiceUnavailable", "ServiceUnavailableException"),
                "Laguna cannot answer " + name + ": " + reason);
    }

    /** Returns the message to show for a future's failure. */
    public static String reason(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return Optional.ofNullable(cause.getMessage()).orElseGet(cause::toString);
    }

    static ErrorAnswer internal(ServiceDescription service, Call call) {
        String code =
                switch (service.protocol()) {
                    case AWS_QUERY -> "InternalFailure";
                    case REST_XML -> "InternalError";
                    case AWS_JSON_1_0, AWS_JSON_1_1, REST_JSON_1 -> "InternalServiceException";
                };
        return new ErrorAnswer(RefusalCodes.INTERNAL_ERROR, code, Destination.failureOf(call));
    }

    private static String code(ServiceDescription service, String xml, String json) {
        return switch (service.protocol()) {
            case AWS_QUERY, REST_XML -> xml;
            case AWS_JSON_1_0, AWS_JSON_1_1, REST_JSON_1 -> json;
        };
    }

    private static String action(WireRequest request) {
        return FormCall.parameters(request).first("Action").orElse("without an Action");
    }
}
