package io.laguna.tests.hostile;

import io.laguna.wire.Operation;
import io.laguna.wire.Protocol;
import io.laguna.wire.ServiceDescription;
import io.laguna.wire.Streaming;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import software.amazon.awssdk.core.traits.PayloadTrait;

/** Calls of operations with hostile values, in the form that each protocol gives them. */
final class HostileCalls {
    private static final Pattern LABEL = Pattern.compile("\\{(\\w+)\\+?}");

    private static final int LONGEST_HEADER = 200;
    private static final int LONGEST_LABEL = 1_200;

    private final Random random;
    private final HostileValues values;

    HostileCalls(Random random, HostileValues values) {
        this.random = random;
        this.values = values;
    }

    HostileMessage call(ServiceDescription service, Operation operation) {
        Map<SdkField<?>, Object> members = values.members(operation.newRequest(), operation.requiredMembers());
        HostileMessage message =
                switch (service.protocol()) {
                    case AWS_JSON_1_0, AWS_JSON_1_1 -> json(service, operation, members);
                    case AWS_QUERY -> query(service, operation, members);
                    case REST_JSON_1, REST_XML -> rest(service.protocol(), operation, members);
                };
        message.header("Host", "localhost");
        message.header("X-Amz-Date", "20260101T000000Z");
        message.header(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/" + service.signingName()
                        + "/aws4_request, SignedHeaders=host, Signature=00");
        return message;
    }

    private static HostileMessage json(
            ServiceDescription service, Operation operation, Map<SdkField<?>, Object> members) {
        HostileMessage message = new HostileMessage("POST", "/");
        message.header("Content-Type", service.protocol().contentType());
        message.header("X-Amz-Target", service.targetPrefix() + "." + operation.name());
        message.body = utf8(HostileBodies.json(named(members)));
        return message;
    }

    private static HostileMessage query(
            ServiceDescription service, Operation operation, Map<SdkField<?>, Object> members) {
        HostileMessage message = new HostileMessage("POST", "/");
        message.header("Content-Type", "application/x-www-form-urlencoded");
        StringBuilder form = new StringBuilder("Action=" + operation.name() + "&Version=" + service.apiVersion());
        named(members).forEach((name, value) -> form.append(HostileBodies.form(name, value)));
        message.body = utf8(form.toString());
        return message;
    }

    private HostileMessage rest(Protocol protocol, Operation operation, Map<SdkField<?>, Object> members) {
        String path = LABEL.matcher(operation.uriTemplate())
                .replaceAll(label -> Matcher.quoteReplacement(label(label.group(1))));
        StringBuilder query = new StringBuilder();
        HostileMessage message = new HostileMessage(operation.httpMethod(), path);
        Map<String, Object> body = new LinkedHashMap<>();
        members.forEach((field, value) -> {
            if (field.location() == MarshallLocation.QUERY_PARAM) {
                query.append("&" + field.locationName() + "=" + HostileBodies.encoded(HostileBodies.plain(value)));
            } else if (field.location() == MarshallLocation.HEADER
                    && !field.locationName().equals("Content-Length")) {
                String text = HostileBodies.plain(value).replaceAll("[\r\n\0]", "");
                message.header(field.locationName(), text.substring(0, Math.min(LONGEST_HEADER, text.length())));
            } else if (field.location() == MarshallLocation.PAYLOAD) {
                body.put(field.locationName(), value);
            }
        });
        if (query.length() > 0) {
            message.target = path + (path.contains("?") ? query : "?" + query.substring(1));
        }
        if (operation.streaming() == Streaming.REQUEST) {
            message.body = utf8(values.text());
        } else if (!body.isEmpty() && protocol == Protocol.REST_JSON_1) {
            message.body = utf8(HostileBodies.json(body));
            message.header("Content-Type", "application/json");
        } else if (!body.isEmpty()) {
            message.body = utf8(xml(operation, body));
            message.header("Content-Type", "application/xml");
        }
        return message;
    }

    /** Returns a document: its element is a member's where one member is the whole body. */
    private static String xml(Operation operation, Map<String, Object> body) {
        boolean payload =
                operation.newRequest().sdkFields().stream().anyMatch(field -> field.containsTrait(PayloadTrait.class));
        return payload
                ? HostileBodies.xml(
                        body.keySet().iterator().next(),
                        body.values().iterator().next())
                : HostileBodies.xml(operation.name() + "Request", body);
    }

    private String label(String name) {
        String text = name.equals("Bucket") && random.nextInt(10) < 8 ? "hostile" : values.text();
        String encoded = HostileBodies.encoded(text).replace("+", "%20");
        return encoded.isEmpty() ? "-" : encoded.substring(0, Math.min(encoded.length(), LONGEST_LABEL));
    }

    private static Map<String, Object> named(Map<SdkField<?>, Object> members) {
        Map<String, Object> named = new LinkedHashMap<>();
        members.forEach((field, value) -> named.put(field.locationName(), value));
        return named;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
