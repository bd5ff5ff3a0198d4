package io.laguna.wire;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/**
 * The translation of one service's calls: from bytes to a typed request, and from a typed response or an exception to
 * bytes. Many threads can use it.
 */
public final class Wire {
    private static final SdkPojo NO_MEMBERS = List::of;

    private final ServiceDescription service;
    private final JsonReader json = new JsonReader();
    private final JsonWriter jsonWriter = new JsonWriter();
    private final QueryReader query;
    private final RestXml xml;

    /** Creates the wire of one service, for all its operations. */
    public Wire(ServiceDescription service) {
        this.service = service;
        this.query = new QueryReader(service.queryNames());
        this.xml =
                new RestXml(service.service().xmlNamespace(), service.service().bareErrors());
    }

    /**
     * Returns the SDK's request that the bytes mean.
     *
     * @throws MalformedRequestException if they mean none; AWS answers 400 with {@code SerializationException}
     * @throws IllegalArgumentException if the operation's stream is of a kind that is not supported
     */
    public SdkPojo decode(Operation operation, WireRequest request) throws MalformedRequestException {
        requireSupported(operation);
        SdkPojo builder = operation.newRequest();
        switch (service.protocol()) {
            case AWS_JSON_1_0, AWS_JSON_1_1 -> json.readObject(Bodies.of(request), builder);
            case AWS_QUERY -> query.members(
                    QueryParameters.of(request).withPath(service.pathMember(), request), builder);
            case REST_JSON_1 -> {
                new HttpReader(operation, request).members(builder);
                restBody(builder, Bodies.of(operation, request));
            }
            case REST_XML -> {
                new HttpReader(operation, request).members(builder);
                if (operation.streaming() != Streaming.REQUEST) {
                    xml.read(builder, Bodies.of(operation, request));
                }
            }
        }
        return Shape.build(builder);
    }

    /**
     * Returns the message of AWS about what is wrong with a request that could be read; empty when nothing is. Texts of
     * S3 may have any character, and its store keeps them.
     */
    public Optional<String> broken(Operation operation, SdkPojo request) {
        return RequestRules.broken(operation, request, service.protocol() != Protocol.REST_XML);
    }

    private void restBody(SdkPojo builder, byte[] body) throws MalformedRequestException {
        if (body.length == 0) {
            return;
        }
        SdkField<?> payload = Shape.payload(builder).orElse(null);
        if (payload == null) {
            if (!Shape.bodyFields(builder).isEmpty()) {
                json.readObject(body, builder);
            }
            return;
        }
        switch (payload.marshallingType().getKnownType()) {
            case SDK_BYTES -> payload.set(builder, SdkBytes.fromByteArrayUnsafe(body));
            case STRING -> payload.set(builder, new String(body, StandardCharsets.UTF_8));
            default -> json.read(body, parser -> payload.set(builder, json.value(parser, payload)));
        }
    }

    /** Returns the answer with {@code response} in it. */
    public WireResponse encode(Operation operation, SdkPojo response, String requestId) {
        requireSupported(operation);
        Answer answer = new Answer(service.protocol(), operation.successCode(), requestId);
        return switch (service.protocol()) {
            case AWS_JSON_1_0, AWS_JSON_1_1 -> answer.body(
                            service.protocol().contentType(), jsonWriter.object(response))
                    .done();
            case AWS_QUERY -> answer.body(
                            service.protocol().contentType(), utf8(queryAnswer(operation, response, requestId)))
                    .done();
            case REST_JSON_1 -> {
                answer.members(response);
                restBody(answer, response);
                yield answer.done();
            }
            case REST_XML -> {
                xml.write(answer, operation, response);
                yield answer.done();
            }
        };
    }

    private void restBody(Answer answer, SdkPojo response) {
        if (response instanceof StreamedResponse streamed) {
            answer.stream(streamed.body());
            answer.header("Content-Type", "application/octet-stream");
            return;
        }
        SdkField<?> payload = Shape.payload(response).orElse(null);
        String contentType = service.protocol().contentType();
        if (payload == null) {
            if (!Shape.bodyFields(response).isEmpty()) {
                answer.body(contentType, jsonWriter.object(response));
            }
            return;
        }
        Optional<Object> value = Shape.valueOf(payload, response);
        if (value.isEmpty()) {
            return;
        }
        if (value.get() instanceof SdkBytes bytes) {
            answer.body("application/octet-stream", bytes.asByteArrayUnsafe());
        } else if (value.get() instanceof String text) {
            answer.body("text/plain", utf8(text));
        } else {
            answer.body(contentType, jsonWriter.write(to -> jsonWriter.value(to, payload, value.get())));
        }
    }

    private String queryAnswer(Operation operation, SdkPojo response, String requestId) {
        XmlWriter xml = new XmlWriter(service.queryNames());
        return xml.element(operation.name() + "Response", service.service().xmlNamespace(), () -> xml.element(
                                operation.name() + "Result", () -> xml.members(response))
                        .element("ResponseMetadata", () -> xml.text("RequestId", requestId)))
                .toString();
    }

    /**
     * Returns the answer for a failure. A modelled exception keeps its code, its members and its status; any other
     * exception becomes what its error details say. Where the details of a modelled exception have another code, it is
     * that of the query protocol, which clients of services that have moved from it to JSON still show.
     *
     * @see <a href="https://smithy.io/2.0/aws/protocols/aws-query-protocol.html#awsquerycompatible-trait">awsQueryCompatible</a>
     */
    public WireResponse encodeFailure(AwsServiceException failure, String requestId) {
        Optional<ErrorShape> shape = service.error(failure.getClass());
        Optional<AwsErrorDetails> details = Optional.ofNullable(failure.awsErrorDetails());
        int status = failure.statusCode() > 0
                ? failure.statusCode()
                : shape.map(ErrorShape::status).orElse(details.isPresent() ? 400 : 500);
        String code = shape.map(ErrorShape::code)
                .or(() -> details.map(AwsErrorDetails::errorCode))
                .orElse(status < 500 ? "ValidationException" : "InternalFailure");
        String message = details.map(AwsErrorDetails::errorMessage)
                .or(() -> Optional.ofNullable(failure.getMessage()))
                .orElse("");
        return failure(
                new ErrorShape(
                        code, status, "", shape.map(ErrorShape::messageMember).orElse(ErrorShape.MESSAGE)),
                message,
                failure,
                details,
                requestId);
    }

    /** Returns the answer for a failure that is no exception of the SDK. */
    public WireResponse encodeFailure(int status, String code, String message, String requestId) {
        return failure(
                new ErrorShape(code, status, "", ErrorShape.MESSAGE), message, NO_MEMBERS, Optional.empty(), requestId);
    }

    private WireResponse failure(
            ErrorShape error, String message, SdkPojo members, Optional<AwsErrorDetails> details, String requestId) {
        Answer answer = new Answer(service.protocol(), error.status(), requestId);
        String contentType = service.protocol().contentType();
        return switch (service.protocol()) {
            case AWS_JSON_1_0, AWS_JSON_1_1 -> {
                details.map(AwsErrorDetails::errorCode)
                        .filter(code -> !code.equals(error.code()))
                        .ifPresent(code -> answer.header(
                                "x-amzn-query-error", code + ";" + (error.status() < 500 ? "Sender" : "Receiver")));
                yield answer.body(contentType, jsonFailure(error, message, members, true))
                        .done();
            }
            case REST_JSON_1 -> answer.header("x-amzn-ErrorType", error.code())
                    .members(members)
                    .body(contentType, jsonFailure(error, message, members, false))
                    .done();
            case REST_XML -> {
                xml.writeFailure(answer, error, message, members, details, requestId);
                yield answer.done();
            }
            case AWS_QUERY -> answer.body(contentType, utf8(queryFailure(error, message, members, requestId)))
                    .done();
        };
    }

    private byte[] jsonFailure(ErrorShape error, String message, SdkPojo members, boolean withType) {
        return jsonWriter.write(to -> {
            to.writeStartObject();
            if (withType) {
                to.writeStringField("__type", error.code());
            }
            to.writeStringField(error.messageMember(), message);
            jsonWriter.members(to, members);
            to.writeEndObject();
        });
    }

    private String queryFailure(ErrorShape error, String message, SdkPojo members, String requestId) {
        XmlWriter xml = new XmlWriter();
        return xml.element("ErrorResponse", service.service().xmlNamespace(), () -> xml.element("Error", () -> {
                            xml.text("Type", error.status() < 500 ? "Sender" : "Receiver")
                                    .text("Code", error.code())
                                    .text("Message", message);
                            xml.members(members);
                        })
                        .text("RequestId", requestId))
                .toString();
    }

    private static void requireSupported(Operation operation) {
        if (!operation.streaming().isSupported()) {
            throw new IllegalArgumentException(
                    operation.name() + " streams its " + operation.streaming().word() + ", which is not supported");
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
