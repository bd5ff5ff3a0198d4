package io.laguna.wire;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Base64;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.traits.JsonValueTrait;
import software.amazon.awssdk.core.traits.TimestampFormatTrait.Format;

/** The form of single values as text: in headers, paths, query strings, forms and XML. */
final class Texts {
    private Texts() {}

    static Object parse(SdkField<?> field, String text, Format timestamps) throws MalformedRequestException {
        try {
            return switch (field.marshallingType().getKnownType()) {
                case STRING -> field.containsTrait(JsonValueTrait.class)
                        ? SdkBytes.fromByteArray(Base64.getDecoder().decode(text))
                                .asUtf8String()
                        : text;
                case INTEGER -> Integer.valueOf(text);
                case LONG -> Long.valueOf(text);
                case SHORT -> Short.valueOf(text);
                case BYTE -> Byte.valueOf(text);
                case FLOAT -> Float.valueOf(text);
                case DOUBLE -> Double.valueOf(text);
                case BIG_DECIMAL -> new BigDecimal(text);
                case BOOLEAN -> bool(text);
                case INSTANT -> Timestamps.parse(text, Timestamps.formatOf(field, timestamps));
                case SDK_BYTES -> SdkBytes.fromByteArray(Base64.getDecoder().decode(text));
                case SDK_POJO, LIST, MAP, DOCUMENT, NULL -> throw new MalformedRequestException(
                        "\"" + text + "\" stands where a structure is expected");
            };
        } catch (IllegalArgumentException e) {
            throw new MalformedRequestException(
                    "\"" + text + "\" is no "
                            + JsonReader.nameOf(field.marshallingType().getKnownType()),
                    e);
        }
    }

    private static boolean bool(String text) throws MalformedRequestException {
        if (text.equalsIgnoreCase("true")) {
            return true;
        }
        if (text.equalsIgnoreCase("false")) {
            return false;
        }
        throw new MalformedRequestException("\"" + text + "\" is neither true nor false");
    }

    static String print(SdkField<?> field, Object value, Format timestamps) {
        if (value instanceof Instant instant) {
            return Timestamps.print(instant, Timestamps.formatOf(field, timestamps));
        }
        if (value instanceof SdkBytes bytes) {
            return Base64.getEncoder().encodeToString(bytes.asByteArrayUnsafe());
        }
        if (value instanceof BigDecimal decimal) {
            return decimal.toString();
        }
        return field.containsTrait(JsonValueTrait.class)
                ? Base64.getEncoder()
                        .encodeToString(
                                SdkBytes.fromUtf8String(value.toString()).asByteArrayUnsafe())
                : value.toString();
    }
}
