package io.laguna.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.document.Document;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.traits.TimestampFormatTrait.Format;

/** The writer of the SDK's types as JSON. */
final class JsonWriter {
    private final JsonFactory factory = new JsonFactory();

    interface Writing {
        void to(JsonGenerator json) throws IOException;
    }

    byte[] write(Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = factory.createGenerator(bytes)) {
            writing.to(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Returns the members within the body, as an object. */
    byte[] object(SdkPojo pojo) {
        return write(json -> {
            json.writeStartObject();
            members(json, pojo);
            json.writeEndObject();
        });
    }

    void members(JsonGenerator json, SdkPojo pojo) throws IOException {
        for (SdkField<?> field : pojo.sdkFields()) {
            Object value = field.location() == MarshallLocation.PAYLOAD
                    ? Shape.valueOf(field, pojo).orElse(null)
                    : null;
            if (value != null) {
                json.writeFieldName(field.locationName());
                value(json, field, value);
            }
        }
    }

    void value(JsonGenerator json, SdkField<?> field, Object value) throws IOException {
        switch (field.marshallingType().getKnownType()) {
            case STRING -> json.writeString((String) value);
            case INTEGER, SHORT, BYTE -> json.writeNumber(((Number) value).intValue());
            case LONG -> json.writeNumber((Long) value);
            case FLOAT -> json.writeNumber((Float) value);
            case DOUBLE -> json.writeNumber((Double) value);
            case BIG_DECIMAL -> json.writeNumber((BigDecimal) value);
            case BOOLEAN -> json.writeBoolean((Boolean) value);
            case INSTANT -> timestamp(json, field, (Instant) value);
            case SDK_BYTES -> json.writeString(
                    Base64.getEncoder().encodeToString(((SdkBytes) value).asByteArrayUnsafe()));
            case SDK_POJO -> {
                json.writeStartObject();
                members(json, (SdkPojo) value);
                json.writeEndObject();
            }
            case LIST -> {
                SdkField<?> member = field.getTrait(ListTrait.class).memberFieldInfo();
                json.writeStartArray();
                for (Object element : (List<?>) value) {
                    element(json, member, element);
                }
                json.writeEndArray();
            }
            case MAP -> {
                SdkField<?> valueField = field.getTrait(MapTrait.class).valueFieldInfo();
                json.writeStartObject();
                for (Map.Entry<?, ?> entry : ((Map<?, ?>) value).entrySet()) {
                    json.writeFieldName((String) entry.getKey());
                    element(json, valueField, entry.getValue());
                }
                json.writeEndObject();
            }
            case DOCUMENT -> Documents.write(json, (Document) value);
            case NULL -> json.writeNull();
        }
    }

    private void element(JsonGenerator json, SdkField<?> field, Object element) throws IOException {
        if (element == null) {
            json.writeNull();
        } else {
            value(json, field, element);
        }
    }

    private static void timestamp(JsonGenerator json, SdkField<?> field, Instant instant) throws IOException {
        Format format = Timestamps.formatOf(field, Format.UNIX_TIMESTAMP);
        String text = Timestamps.print(instant, format);
        switch (format) {
            case UNIX_TIMESTAMP, UNIX_TIMESTAMP_MILLIS -> json.writeNumber(text);
            case ISO_8601, RFC_822 -> json.writeString(text);
        }
    }
}
