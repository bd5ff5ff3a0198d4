package io.laguna.emulator.edge.answer;

import io.laguna.emulator.edge.request.ClaimReader;
import io.laguna.emulator.edge.request.FormCall;
import io.laguna.wire.Protocol;
import io.laguna.wire.WireRequest;
import io.laguna.wire.WireResponse;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** The sender of answers, which also makes the errors that belong to no service. */
public final class Answers {
    private static final int BUFFER = 64 << 10;
    private static final String LENGTH = "Content-Length";

    private Answers() {}

    public static void send(WireResponse answer, Response response, Callback callback) {
        response.setStatus(answer.status());
        answer.headers().forEach((name, values) -> {
            response.getHeaders().remove(name);
            // One by one: cookies in one header are one cookie.
            values.forEach(value -> response.getHeaders().add(name, value));
        });
        if (answer.stream().isPresent()) {
            long length = response.getHeaders().getLongField(LENGTH);
            if (length >= 0 && length <= BUFFER) {
                whole(answer.stream().get(), (int) length, response, callback);
            } else {
                stream(answer.stream().get(), response, callback);
            }
        } else {
            response.write(true, ByteBuffer.wrap(answer.body()), callback);
        }
    }

    /** Sends a small body with its headers, in one write. */
    private static void whole(InputStream body, int length, Response response, Callback callback) {
        byte[] bytes;
        try (body) {
            bytes = body.readNBytes(length);
            if (bytes.length < length) {
                throw new EOFException("The body ends at " + bytes.length + ", before " + length);
            }
        } catch (IOException e) {
            callback.failed(e);
            return;
        }
        response.write(true, ByteBuffer.wrap(bytes), callback);
    }

    /** Sends a stream. The connection breaks off with it: a client must not take a part for the whole. */
    private static void stream(InputStream body, Response response, Callback callback) {
        try (body;
                OutputStream out = Content.Sink.asOutputStream(response)) {
            byte[] buffer = new byte[BUFFER];
            int count = body.read(buffer);
            while (count >= 0) {
                out.write(buffer, 0, count);
                count = body.read(buffer);
            }
        } catch (IOException e) {
            callback.failed(e);
            return;
        }
        callback.succeeded();
    }

    /** Returns an error in the form of S3. */
    public static WireResponse s3(ErrorAnswer error, String resource, String requestId) {
        String document = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>" + error.code()
                + "</Code><Message>"
                + escaped(error.message()) + "</Message><Resource>" + escaped(resource) + "</Resource><RequestId>"
                + requestId + "</RequestId></Error>";
        return text(error.status(), "application/xml", "x-amz-request-id", requestId, document);
    }

    /** Returns the document that answers a form's upload. */
    public static byte[] postResponse(String address, String bucket, String key, String eTag) {
        return ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<PostResponse><Location>" + escaped(address)
                        + "</Location><Bucket>" + escaped(bucket) + "</Bucket><Key>" + escaped(key) + "</Key><ETag>"
                        + escaped(eTag) + "</ETag></PostResponse>")
                .getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Returns an error for a client whose service is unknown here, in the form that the client most likely understands.
     */
    public static WireResponse ofNobody(WireRequest request, ErrorAnswer error, String requestId) {
        return switch (likelyProtocol(request)) {
            case AWS_QUERY -> text(
                    error.status(),
                    "text/xml",
                    "x-amzn-RequestId",
                    requestId,
                    "<ErrorResponse><Error><Type>Sender</Type><Code>" + error.code() + "</Code><Message>"
                            + escaped(error.message()) + "</Message></Error><RequestId>" + requestId
                            + "</RequestId></ErrorResponse>");
            case REST_XML -> s3(error, request.rawPath(), requestId);
            case AWS_JSON_1_0, AWS_JSON_1_1, REST_JSON_1 -> {
                String document = new JsonText()
                        .field("__type", error.code())
                        .field("message", error.message())
                        .object();
                yield text(error.status(), "application/x-amz-json-1.1", "x-amzn-RequestId", requestId, document);
            }
        };
    }

    /** Returns the protocol of a client whose service is not here. */
    private static Protocol likelyProtocol(WireRequest request) {
        if (ClaimReader.header(request, "x-amz-target").isPresent()) {
            return Protocol.AWS_JSON_1_1;
        }
        return FormCall.matches(request) ? Protocol.AWS_QUERY : Protocol.REST_JSON_1;
    }

    public static WireResponse json(int status, String document) {
        return new WireResponse(
                status, Map.of("Content-Type", List.of("application/json")), document.getBytes(StandardCharsets.UTF_8));
    }

    private static WireResponse text(int status, String type, String idHeader, String requestId, String document) {
        return new WireResponse(
                status,
                Map.of("Content-Type", List.of(type), idHeader, List.of(requestId)),
                document.getBytes(StandardCharsets.UTF_8));
    }

    /** Escapes a text for XML. Characters that XML 1.0 cannot hold become question marks. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(character -> {
            switch (character) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                default -> escaped.appendCodePoint(isXml(character) ? character : '?');
            }
        });
        return escaped.toString();
    }

    private static boolean isXml(int character) {
        return character == '\t'
                || character == '\n'
                || character == '\r'
                || (character >= 0x20 && character <= 0xD7FF)
                || (character >= 0xE000 && character <= 0xFFFD)
                || character >= 0x10000;
    }
}
