package io.laguna.wire;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.traits.TimestampFormatTrait.Format;

/** A response in the making: status, headers, body. */
final class Answer {
    private static final int NO_CONTENT = 204;
    private static final byte[] NO_BODY = new byte[0];

    private int status;
    private final Map<String, List<String>> headers = new LinkedHashMap<>();
    private byte[] body = NO_BODY;
    private Optional<InputStream> stream = Optional.empty();

    Answer(Protocol protocol, int status, String requestId) {
        this.status = status;
        if (protocol == Protocol.REST_XML) {
            header("x-amz-request-id", requestId).header("x-amz-id-2", requestId);
        } else {
            header("x-amzn-RequestId", requestId);
        }
    }

    /** Adds a header. A line break in the value becomes a blank: it would begin another header. */
    Answer header(String name, String value) {
        headers.computeIfAbsent(name, unused -> new ArrayList<>())
                .add(value.replace('\r', ' ').replace('\n', ' '));
        return this;
    }

    boolean has(String name) {
        return headers.containsKey(name);
    }

    void status(int other) {
        status = other;
    }

    /** Sets a body of any size. */
    void stream(InputStream other) {
        stream = Optional.of(other);
    }

    Answer body(String contentType, byte[] bytes) {
        body = bytes;
        headers.putIfAbsent("Content-Type", List.of(contentType));
        return this;
    }

    /** Adds the members that are in headers and in the status. */
    Answer members(SdkPojo response) {
        SdkPojo pojo = response instanceof StreamedResponse streamed ? streamed.response() : response;
        for (SdkField<?> field : pojo.sdkFields()) {
            Object value = Shape.valueOf(field, pojo).orElse(null);
            if (value != null && field.location() == MarshallLocation.STATUS_CODE) {
                status = (Integer) value;
            } else if (value != null && field.location() == MarshallLocation.HEADER) {
                header(field, value);
            }
        }
        return this;
    }

    private void header(SdkField<?> field, Object value) {
        if (value instanceof Map<?, ?> map) {
            SdkField<?> valueField = field.getTrait(MapTrait.class).valueFieldInfo();
            map.forEach(
                    (key, each) -> header(field.locationName() + key, Texts.print(valueField, each, Format.RFC_822)));
        } else if (value instanceof List<?> list) {
            SdkField<?> member = field.getTrait(ListTrait.class).memberFieldInfo();
            List<String> elements = list.stream()
                    .map(each -> Texts.print(member, each, Format.RFC_822))
                    .toList();
            header(field.locationName(), HeaderList.join(elements, HeaderList.areHttpDates(member)));
        } else {
            header(field.locationName(), Texts.print(field, value, Format.RFC_822));
        }
    }

    WireResponse done() {
        if (status == NO_CONTENT) {
            headers.remove("Content-Type");
            body = NO_BODY;
        }
        return new WireResponse(status, headers, body, stream);
    }
}
