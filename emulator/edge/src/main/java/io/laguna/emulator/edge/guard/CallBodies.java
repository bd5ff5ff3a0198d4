package io.laguna.emulator.edge.guard;

import io.laguna.wire.Protocol;
import io.laguna.wire.WireRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The content types of calls. A web page may send a form or plain text to any server without asking first. It may not
 * send the types that AWS's JSON protocols demand.
 *
 * @see <a href="https://smithy.io/2.0/aws/protocols/index.html">AWS's protocols</a>
 */
public final class CallBodies {
    private static final Set<String> JSON =
            Set.of("application/x-amz-json-1.0", "application/x-amz-json-1.1", "application/json");

    /**
     * The content types of REST. A body may be a member of the request as it is, such as the input of a Lambda
     * function.
     */
    private static final Set<String> REST = Set.of("application/json", "application/octet-stream");

    private static final Set<String> XML = Set.of("application/xml", "text/xml", "application/octet-stream");

    private static final Set<String> FORM = Set.of("application/x-www-form-urlencoded");

    private CallBodies() {}

    /** Refuses a call whose body is not of a type that its protocol has. */
    public static void check(WireRequest request, Protocol protocol) throws Forbidden {
        Optional<String> type = Headers.first(request, "content-type").map(CallBodies::withoutParameters);
        if (hasBody(request) && !isOf(protocol, type, request)) {
            throw new Forbidden(
                    "A call of this service has a body of type " + demanded(protocol) + ", and this one's is "
                            + type.orElse("of none") + ", as a web page could send it. Send the header Content-Type: "
                            + demanded(protocol) + ".");
        }
    }

    /**
     * Tells whether the type is one of the protocol's. For REST, boto3 gives no type to a body that is a member as it
     * is; such a request must have the header with the signature, which no page sends without asking first.
     */
    private static boolean isOf(Protocol protocol, Optional<String> type, WireRequest request) {
        return type.map(types(protocol)::contains)
                .orElseGet(() -> (protocol == Protocol.REST_JSON_1 || protocol == Protocol.REST_XML)
                        && Headers.first(request, "authorization").isPresent());
    }

    private static Set<String> types(Protocol protocol) {
        return switch (protocol) {
            case AWS_JSON_1_0, AWS_JSON_1_1 -> JSON;
            case REST_JSON_1 -> REST;
            case REST_XML -> XML;
            case AWS_QUERY -> FORM;
        };
    }

    private static String demanded(Protocol protocol) {
        return switch (protocol) {
            case AWS_JSON_1_0, AWS_JSON_1_1, REST_JSON_1, REST_XML -> protocol.contentType();
            case AWS_QUERY -> "application/x-www-form-urlencoded";
        };
    }

    private static boolean hasBody(WireRequest request) {
        return !Headers.all(request, "transfer-encoding").isEmpty()
                || Headers.first(request, "content-length")
                        .filter(length -> !length.equals("0"))
                        .isPresent();
    }

    private static String withoutParameters(String type) {
        int semicolon = type.indexOf(';');
        return (semicolon < 0 ? type : type.substring(0, semicolon)).strip().toLowerCase(Locale.ROOT);
    }
}
