package io.laguna.wire;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.document.Document;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import software.amazon.awssdk.core.traits.DefaultValueTrait;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.traits.PayloadTrait;
import software.amazon.awssdk.core.traits.RequiredTrait;
import software.amazon.awssdk.core.traits.TimestampFormatTrait.Format;

/**
 * A source of values for any type of the SDK, the same ones for the same seed.
 *
 * <p>Enums are strings to the SDK: a random one is an enum value that the SDK does not know.
 */
final class RandomValues {
    private static final int DEEPEST = 5;
    /** Texts that a faulty escaping gets wrong first. */
    private static final List<String> ODD = List.of(
            "a/b",
            "50%",
            "%2F",
            "a+b c",
            "k=v&x",
            "<t a=\"1\">'",
            "ünï",
            "日本",
            "😀",
            "\\n\"",
            "a:b@c",
            ".",
            "~",
            "\t\r\nz");

    private final Random random;
    private final Protocol protocol;
    private final Set<String> without;

    /** @param without the names of members that are never set */
    RandomValues(long seed, Protocol protocol, Set<String> without) {
        this.random = new Random(seed);
        this.protocol = protocol;
        this.without = without;
    }

    /** Builds what {@code builder} builds, with about {@code share} of its members set. */
    SdkPojo fill(SdkPojo builder, double share) {
        fill(builder, share, 0);
        return Shape.build(builder);
    }

    void fill(SdkPojo builder, double share, int depth) {
        for (SdkField<?> field : builder.sdkFields()) {
            boolean isLabel =
                    field.location() == MarshallLocation.PATH || field.location() == MarshallLocation.GREEDY_PATH;
            // The SDK sends an unset structure that is the body as an empty one, and makes up unset tokens.
            // Every answer has a status, and some clients send no request without what is required.
            boolean isSet = isLabel
                    || field.location() == MarshallLocation.STATUS_CODE
                    || field.containsTrait(PayloadTrait.class)
                    || field.containsTrait(DefaultValueTrait.class)
                    || field.containsTrait(RequiredTrait.class)
                    || random.nextDouble() < share;
            boolean isTooDeep = isTree(field) && depth >= DEEPEST && !field.containsTrait(RequiredTrait.class);
            if (isSet && !isTooDeep && !without.contains(field.memberName())) {
                field.set(builder, value(field, field.location(), share, depth));
            }
        }
    }

    /** Sets the first member if none is set: a form cannot say that a structure is empty. */
    private void fillFirst(SdkPojo builder, double share, int depth) {
        SdkPojo built = Shape.build(builder);
        if (built.sdkFields().stream()
                .allMatch(each -> Shape.valueOf(each, built).isEmpty())) {
            SdkField<?> first = builder.sdkFields().get(0);
            first.set(builder, value(first, first.location(), share, depth + 1));
        }
    }

    private static boolean isTree(SdkField<?> field) {
        return switch (field.marshallingType().getKnownType()) {
            case SDK_POJO, LIST, MAP -> true;
            default -> false;
        };
    }

    private Object value(SdkField<?> field, MarshallLocation place, double share, int depth) {
        return switch (field.marshallingType().getKnownType()) {
            case STRING -> text(place);
            case INTEGER -> place == MarshallLocation.STATUS_CODE ? 200 + random.nextInt(4) : random.nextInt();
            case LONG -> random.nextLong();
            case SHORT -> (short) random.nextInt();
            case BYTE -> (byte) random.nextInt();
            case FLOAT -> random.nextFloat() * 1e6f;
            case DOUBLE -> random.nextGaussian() * 1e9;
            case BIG_DECIMAL -> BigDecimal.valueOf(random.nextLong(), 5);
            case BOOLEAN -> random.nextBoolean();
            case INSTANT -> instant(field, place);
            case SDK_BYTES -> bytes();
            case SDK_POJO -> {
                SdkPojo builder = field.constructor().get();
                fill(builder, depth > 2 ? share / 2 : share, depth + 1);
                if (protocol == Protocol.AWS_QUERY) {
                    fillFirst(builder, share, depth);
                }
                yield Shape.build(builder);
            }
            case LIST -> {
                SdkField<?> member = field.getTrait(ListTrait.class).memberFieldInfo();
                List<Object> list = new ArrayList<>();
                for (int i = size(member, depth, canBeEmpty(place) ? 0 : 1); i > 0; i--) {
                    list.add(value(member, place, share, depth + 1));
                }
                yield list;
            }
            case MAP -> {
                SdkField<?> valueField = field.getTrait(MapTrait.class).valueFieldInfo();
                Map<String, Object> map = new LinkedHashMap<>();
                // A form cannot say that a map is empty.
                for (int i = size(
                                valueField,
                                depth,
                                protocol == Protocol.AWS_QUERY || protocol == Protocol.REST_XML ? 1 : 0);
                        i > 0;
                        i--) {
                    map.put(text(place) + i, value(valueField, place, share, depth + 1));
                }
                yield map;
            }
            case DOCUMENT -> document(0);
            case NULL -> throw new IllegalArgumentException(field.memberName());
        };
    }

    /** A list in XML may have no element of its own, only those of its members. */
    private boolean canBeEmpty(MarshallLocation place) {
        return place == MarshallLocation.PAYLOAD && protocol != Protocol.REST_XML;
    }

    private int size(SdkField<?> element, int depth, int least) {
        return isTree(element) && depth >= DEEPEST ? 0 : least + random.nextInt(3);
    }

    private String text(MarshallLocation place) {
        String plain = Long.toString(random.nextLong(Long.MAX_VALUE), 36);
        return switch (place) {
            case HEADER, STATUS_CODE -> plain;
            case PATH, GREEDY_PATH, QUERY_PARAM -> plain + ODD.get(random.nextInt(ODD.size() - 1));
            case PAYLOAD -> switch (random.nextInt(8)) {
                case 0 -> "";
                case 1, 2 -> ODD.get(random.nextInt(ODD.size())) + plain;
                case 3 -> plain + ODD.get(random.nextInt(ODD.size() - 1));
                default -> plain;
            };
        };
    }

    private Instant instant(SdkField<?> field, MarshallLocation place) {
        Instant instant = Instant.ofEpochMilli(random.nextLong(4_000_000_000_000L));
        boolean inSeconds =
                place == MarshallLocation.HEADER || Timestamps.formatOf(field, Format.ISO_8601) == Format.RFC_822;
        return inSeconds ? instant.truncatedTo(ChronoUnit.SECONDS) : instant;
    }

    private SdkBytes bytes() {
        byte[] bytes = new byte[1 + random.nextInt(40)];
        random.nextBytes(bytes);
        return SdkBytes.fromByteArray(bytes);
    }

    private Document document(int depth) {
        return switch (random.nextInt(depth > 2 ? 4 : 6)) {
            case 0 -> Document.fromString(text(MarshallLocation.PAYLOAD));
            case 1 -> Document.fromNumber(random.nextInt());
            case 2 -> Document.fromBoolean(random.nextBoolean());
            case 3 -> Document.fromNumber(random.nextInt() + ".25");
            case 4 -> Document.fromList(List.of(document(depth + 1), Document.fromNull()));
            default -> Document.fromMap(Map.of(text(MarshallLocation.PAYLOAD), document(depth + 1)));
        };
    }
}
