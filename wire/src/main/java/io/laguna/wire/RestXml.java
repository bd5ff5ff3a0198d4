package io.laguna.wire;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingKnownType;

/** The bodies of REST over XML. Rules: smithy.io, "AWS restXml protocol". */
final class RestXml {
    private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    private static final String END = "</Error>";
    private static final int PARTIAL = 206;
    private static final int NOT_MODIFIED = 304;

    private final String namespace;
    private final boolean bareErrors;
    private final XmlReader reader = new XmlReader();

    RestXml(String namespace, boolean bareErrors) {
        this.namespace = namespace;
        this.bareErrors = bareErrors;
    }

    void read(SdkPojo builder, byte[] body) throws MalformedRequestException {
        if (body.length == 0) {
            return;
        }
        SdkField<?> payload = Shape.payload(builder).orElse(null);
        if (payload == null) {
            if (!Shape.bodyFields(builder).isEmpty()) {
                reader.read(body, builder);
            }
            return;
        }
        switch (payload.marshallingType().getKnownType()) {
            case SDK_BYTES -> payload.set(builder, SdkBytes.fromByteArrayUnsafe(body));
            case STRING -> payload.set(builder, new String(body, StandardCharsets.UTF_8));
            default -> {
                SdkPojo value = payload.constructor().get();
                reader.read(body, value);
                payload.set(builder, Shape.build(value));
            }
        }
    }

    /** Writes a response. A part of a body says which one in a header, and in the status that it is one. */
    void write(Answer answer, Operation operation, SdkPojo response) {
        answer.members(response);
        if (answer.has("Content-Range")) {
            answer.status(PARTIAL);
        }
        if (response instanceof StreamedResponse streamed) {
            answer.stream(streamed.body());
            return;
        }
        SdkField<?> payload = Shape.payload(response).orElse(null);
        if (payload == null) {
            if (!Shape.bodyFields(response).isEmpty()) {
                String root = operation.root().isEmpty() ? operation.types().response() : operation.root();
                answer.body(
                        Protocol.REST_XML.contentType(),
                        document(xml -> xml.element(root, namespace, () -> xml.members(response))));
            }
            return;
        }
        Optional<Object> value = Shape.valueOf(payload, response);
        boolean text = payload.marshallingType().getKnownType() == MarshallingKnownType.STRING;
        if (text && !operation.root().isEmpty()) {
            answer.body(
                    Protocol.REST_XML.contentType(),
                    document(xml -> xml.textIn(
                            operation.root(),
                            namespace,
                            value.map(Object::toString).orElse(""))));
        } else if (value.isPresent() && text) {
            answer.body("text/plain", value.get().toString().getBytes(StandardCharsets.UTF_8));
        } else if (value.isPresent() && value.get() instanceof SdkBytes bytes) {
            answer.body("application/octet-stream", bytes.asByteArrayUnsafe());
        } else if (value.isPresent() && value.get() instanceof SdkPojo pojo) {
            answer.body(
                    Protocol.REST_XML.contentType(),
                    document(xml -> xml.element(payload.unmarshallLocationName(), namespace, () -> xml.members(pojo))));
        }
    }

    /**
     * Writes a failure. One that brings the document of its answer, as an exception that came over HTTP does, is
     * answered with that; headers that it brings are headers of the answer.
     */
    void writeFailure(
            Answer answer,
            ErrorShape error,
            String message,
            SdkPojo members,
            Optional<AwsErrorDetails> details,
            String requestId) {
        details.map(AwsErrorDetails::sdkHttpResponse)
                .ifPresent(http ->
                        http.forEachHeader((name, values) -> values.forEach(each -> answer.header(name, each))));
        if (error.status() == NOT_MODIFIED) {
            return;
        }
        answer.body(Protocol.REST_XML.contentType(), document(xml -> {
            Optional<String> own = details.map(AwsErrorDetails::rawResponse)
                    .map(SdkBytes::asUtf8String)
                    .filter(text -> text.endsWith(END));
            if (own.isPresent()) {
                xml.raw(own.get().substring(0, own.get().length() - END.length()));
                ids(xml, requestId);
                xml.raw(END);
            } else if (bareErrors) {
                xml.element("Error", () -> {
                    xml.text("Code", error.code()).text("Message", message);
                    xml.members(members);
                    ids(xml, requestId);
                });
            } else {
                xml.element("ErrorResponse", namespace, () -> xml.element("Error", () -> {
                            xml.text("Type", error.status() < 500 ? "Sender" : "Receiver")
                                    .text("Code", error.code())
                                    .text("Message", message);
                            xml.members(members);
                        })
                        .text("RequestId", requestId));
            }
        }));
    }

    private static void ids(XmlWriter xml, String requestId) {
        xml.text("RequestId", requestId).text("HostId", requestId);
    }

    private interface Content {
        void write(XmlWriter xml);
    }

    private static byte[] document(Content content) {
        XmlWriter xml = new XmlWriter();
        xml.raw(DECLARATION);
        content.write(xml);
        return xml.toString().getBytes(StandardCharsets.UTF_8);
    }
}
