package io.laguna.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingKnownType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.traits.TimestampFormatTrait.Format;

/**
 * The reader of JSON into the SDK's types, without a tree in between. Members the SDK does not know are passed over, and told once.
 */
final class JsonReader {
    /** The deepest JSON that is read. Every level needs space on the stack, and a small stack holds this many. */
    static final int DEEPEST = 500;

    private final JsonFactory factory = JsonFactory.builder()
            // Keys of maps are names too, and anybody's.
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    // Bodies are bounded before they come here.
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .build();
    private final Map<Class<?>, Map<String, SdkField<?>>> members = new ConcurrentHashMap<>();
    private final UnknownMembers unknown = new UnknownMembers();

    interface Reading {
        void from(JsonParser parser) throws IOException, MalformedRequestException;
    }

    /** Fills the members of {@code builder} that are in the body. An empty body is an empty object. */
    void readObject(byte[] body, SdkPojo builder) throws MalformedRequestException {
        read(body, parser -> members(parser, builder));
    }

    void read(byte[] body, Reading reading) throws MalformedRequestException {
        try (JsonParser parser = factory.createParser(body)) {
            if (parser.nextToken() == null) {
                return;
            }
            reading.from(parser);
            if (parser.nextToken() != null) {
                throw new MalformedRequestException("Something follows the end of the JSON");
            }
        } catch (StreamConstraintsException e) {
            throw new MalformedRequestException("The JSON is nested too deeply: " + e.getOriginalMessage(), e);
        } catch (JsonProcessingException e) {
            throw new MalformedRequestException("The body is not JSON: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new MalformedRequestException("The body is not JSON: " + e.getMessage(), e);
        }
    }

    Object value(JsonParser parser, SdkField<?> field) throws IOException, MalformedRequestException {
        MarshallingKnownType type = field.marshallingType().getKnownType();
        return switch (type) {
            case STRING -> text(parser, type);
            case INTEGER -> Math.toIntExact(whole(parser, type, Integer.MIN_VALUE, Integer.MAX_VALUE));
            case LONG -> whole(parser, type, Long.MIN_VALUE, Long.MAX_VALUE);
            case SHORT -> (short) whole(parser, type, Short.MIN_VALUE, Short.MAX_VALUE);
            case BYTE -> (byte) whole(parser, type, Byte.MIN_VALUE, Byte.MAX_VALUE);
            case FLOAT -> real32(parser, type);
            case DOUBLE -> real(parser, type);
            case BIG_DECIMAL -> parser.currentToken() == JsonToken.VALUE_STRING
                    ? Texts.parse(field, parser.getText(), Format.UNIX_TIMESTAMP)
                    : number(parser, type);
            case BOOLEAN -> bool(parser);
            case INSTANT -> {
                Format format = Timestamps.formatOf(field, Format.UNIX_TIMESTAMP);
                yield parser.currentToken() == JsonToken.VALUE_STRING
                        ? Timestamps.parse(parser.getText(), format)
                        : Timestamps.ofNumber(number(parser, type), format);
            }
            case SDK_BYTES -> bytes(parser, type);
            case SDK_POJO -> {
                SdkPojo builder = field.constructor().get();
                members(parser, builder);
                yield Shape.build(builder);
            }
            case LIST -> list(parser, field.getTrait(ListTrait.class).memberFieldInfo());
            case MAP -> map(parser, field.getTrait(MapTrait.class).valueFieldInfo());
            case DOCUMENT -> Documents.read(parser);
            case NULL -> throw new IllegalArgumentException("No value has the type NULL: " + field.memberName());
        };
    }

    void members(JsonParser parser, SdkPojo builder) throws IOException, MalformedRequestException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw mismatch(parser, "structure");
        }
        Map<String, SdkField<?>> fields = members.computeIfAbsent(
                builder.getClass(), type -> Shape.byName(Shape.bodyFields(builder), SdkField::locationName));
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            JsonToken token = parser.nextToken();
            SdkField<?> field = fields.get(name);
            if (field == null || (token == JsonToken.VALUE_NULL && !isDocument(field))) {
                if (field == null && token != JsonToken.VALUE_NULL) {
                    unknown.note(builder, name);
                }
                parser.skipChildren();
                continue;
            }
            try {
                field.set(builder, value(parser, field));
            } catch (MalformedRequestException e) {
                throw e.within(name);
            }
        }
    }

    private List<Object> list(JsonParser parser, SdkField<?> member) throws IOException, MalformedRequestException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw mismatch(parser, "list");
        }
        List<Object> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            try {
                list.add(element(parser, member));
            } catch (MalformedRequestException e) {
                throw e.within("[" + list.size() + "]");
            }
        }
        return list;
    }

    private Map<String, Object> map(JsonParser parser, SdkField<?> valueField)
            throws IOException, MalformedRequestException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw mismatch(parser, "map");
        }
        Map<String, Object> map = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = unicode(parser.currentName());
            parser.nextToken();
            try {
                map.put(key, element(parser, valueField));
            } catch (MalformedRequestException e) {
                throw e.within("[" + key + "]");
            }
        }
        return map;
    }

    /**
     * Reads an element of a list or map, which must not be null: neither the SDK nor the models at hand say where null
     * is allowed, and rooms must not meet one by surprise.
     */
    private Object element(JsonParser parser, SdkField<?> field) throws IOException, MalformedRequestException {
        if (parser.currentToken() == JsonToken.VALUE_NULL && !isDocument(field)) {
            throw new MalformedRequestException("A list or map cannot hold null");
        }
        return value(parser, field);
    }

    private static boolean isDocument(SdkField<?> field) {
        return field.marshallingType().getKnownType() == MarshallingKnownType.DOCUMENT;
    }

    private static String text(JsonParser parser, MarshallingKnownType type)
            throws IOException, MalformedRequestException {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw mismatch(parser, nameOf(type));
        }
        return unicode(parser.getText());
    }

    /**
     * Returns a text if it is Unicode. JSON's escapes can write half a surrogate pair, but no encoding of a store or of
     * an answer can hold one.
     */
    private static String unicode(String text) throws MalformedRequestException {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                int c = text.codePointAt(i);
                if (!Character.isSupplementaryCodePoint(c)) {
                    throw new MalformedRequestException("The string is not Unicode: half a surrogate pair");
                }
                i++;
            }
        }
        return text;
    }

    private static SdkBytes bytes(JsonParser parser, MarshallingKnownType type)
            throws IOException, MalformedRequestException {
        try {
            return SdkBytes.fromByteArrayUnsafe(Base64.getDecoder().decode(text(parser, type)));
        } catch (IllegalArgumentException e) {
            throw new MalformedRequestException("The blob is not base64: " + e.getMessage(), e);
        }
    }

    private static boolean bool(JsonParser parser) throws MalformedRequestException {
        return switch (parser.currentToken()) {
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> throw mismatch(parser, nameOf(MarshallingKnownType.BOOLEAN));
        };
    }

    private static BigDecimal number(JsonParser parser, MarshallingKnownType type)
            throws IOException, MalformedRequestException {
        if (!parser.currentToken().isNumeric()) {
            throw mismatch(parser, nameOf(type));
        }
        return parser.getDecimalValue();
    }

    private static long whole(JsonParser parser, MarshallingKnownType type, long least, long most)
            throws IOException, MalformedRequestException {
        BigDecimal number = number(parser, type);
        try {
            long value = number.longValueExact();
            if (value >= least && value <= most) {
                return value;
            }
        } catch (ArithmeticException e) {
            throw new MalformedRequestException(number + " is no " + nameOf(type), e);
        }
        throw new MalformedRequestException(number + " is out of the range of " + nameOf(type));
    }

    private static double real(JsonParser parser, MarshallingKnownType type)
            throws IOException, MalformedRequestException {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            return switch (parser.getText()) {
                case "NaN" -> Double.NaN;
                case "Infinity" -> Double.POSITIVE_INFINITY;
                case "-Infinity" -> Double.NEGATIVE_INFINITY;
                default -> throw mismatch(parser, nameOf(type));
            };
        }
        if (!parser.currentToken().isNumeric()) {
            throw mismatch(parser, nameOf(type));
        }
        double value = parser.getDoubleValue();
        if (Double.isInfinite(value)) {
            throw new MalformedRequestException(parser.getText() + " is out of the range of " + nameOf(type));
        }
        return value;
    }

    private static float real32(JsonParser parser, MarshallingKnownType type)
            throws IOException, MalformedRequestException {
        double value = real(parser, type);
        if (Double.isFinite(value) && Float.isInfinite((float) value)) {
            throw new MalformedRequestException(parser.getText() + " is out of the range of " + nameOf(type));
        }
        return (float) value;
    }

    private static MalformedRequestException mismatch(JsonParser parser, String expected) {
        String given =
                switch (parser.currentToken()) {
                    case START_OBJECT -> "A structure";
                    case START_ARRAY -> "A list";
                    case VALUE_STRING -> "A string";
                    case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "A number";
                    case VALUE_TRUE, VALUE_FALSE -> "A boolean";
                    default -> "null";
                };
        String article = expected.startsWith("i") ? " stands where an " : " stands where a ";
        return new MalformedRequestException(given + article + expected + " is expected");
    }

    static String nameOf(MarshallingKnownType type) {
        return switch (type) {
            case SDK_BYTES -> "blob";
            case SDK_POJO -> "structure";
            case INSTANT -> "timestamp";
            case BIG_DECIMAL -> "number";
            default -> type.name().toLowerCase(Locale.ROOT);
        };
    }
}
