package io.laguna.tests.hostile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingKnownType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;

/**
 * Random values for the members of requests: such as are there, such as nobody has, and such as no member may have. A
 * value is a text, a {@link Literal}, an {@link Items} or a map.
 */
final class HostileValues {
    private static final int DEEPEST = 4;
    private static final double WRONG_TYPE = 0.06;

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "a",
            "\0",
            "a\0b",
            "\uFFFF",
            "\u202Eabc",
            "\uD83E\uDD86",
            "é".repeat(300),
            "x".repeat(1_025),
            "x".repeat(70_000),
            "../../etc/passwd",
            "'; drop table glue_table; --",
            "%00%ff%zz",
            "a/b//c/",
            "line\r\nbreak",
            "-1",
            "null",
            "9999999999999999999",
            "NaN",
            "2026-02-30T25:61:61Z",
            "cron(* * * * * *)",
            "rate(99999999999999999999 days)",
            "at(2026-13-01T00:00:00)",
            "s3://",
            "s3:///\0",
            "arn:aws:s3:::",
            "arn:aws:scheduler:::aws-sdk:glue:createDatabase",
            "{\"a\":",
            "(((((((((((((((((((((((((a = 1",
            "select '",
            "YWZ0ZXI6AA==",
            "YWZ0ZXI6YQ==");

    private static final List<String> LITERALS = List.of(
            "0",
            "-1",
            "1",
            "50",
            "1000",
            "2147483647",
            "2147483648",
            "-2147483649",
            "9223372036854775807",
            "-9223372036854775808",
            "9223372036854775808",
            "1.5",
            "1e400",
            "-1e-400",
            "1E999999999",
            "253402300800",
            "-99999999999999",
            "true",
            "false",
            "null",
            "NaN",
            "Infinity",
            "[]",
            "{}",
            "[null]",
            "\"\\ud800\"",
            "\"\\udc00\\ud800\"",
            "\"not a number\"",
            "01",
            "0x10");

    private final Random random;
    private final List<String> known;

    /**
     * Creates values.
     *
     * @param known the names of what is there, so that requests get further than to its absence
     */
    HostileValues(Random random, List<String> known) {
        this.random = random;
        this.known = known;
    }

    /** A text that stands in JSON as it is, whether it is JSON or not. */
    record Literal(String text) {}

    /**
     * A list.
     *
     * @param name of an element in XML
     * @param flattened whether elements stand in XML without one around them
     */
    record Items(String name, boolean flattened, List<Object> elements) {}

    /** Returns values for most of a shape's members. */
    Map<SdkField<?>, Object> members(SdkPojo shape) {
        Map<SdkField<?>, Object> members = new LinkedHashMap<>();
        for (SdkField<?> field : shape.sdkFields()) {
            if (random.nextInt(10) < 7) {
                members.put(field, value(field, 0));
            }
        }
        return members;
    }

    /** Returns a text: mostly a name of something that is there, or one that is hostile. */
    String text() {
        return random.nextInt(10) < 6 ? pick(known) : pick(TEXTS);
    }

    /** Returns a text that is a number, or is not. */
    String number() {
        return pick(LITERALS);
    }

    private Object value(SdkField<?> field, int depth) {
        if (random.nextDouble() < WRONG_TYPE || depth > DEEPEST) {
            return random.nextBoolean() ? new Literal(number()) : text();
        }
        MarshallingKnownType type = field.marshallingType().getKnownType();
        return switch (type) {
            case STRING, SDK_BYTES -> text();
            case BOOLEAN -> new Literal(Boolean.toString(random.nextBoolean()));
            case INSTANT -> random.nextBoolean() ? new Literal(number()) : text();
            case SDK_POJO -> structure(field.constructor().get(), depth);
            case LIST -> list(field.getTrait(ListTrait.class), depth);
            case MAP -> map(field.getTrait(MapTrait.class), depth);
            case INTEGER, LONG, SHORT, BYTE, FLOAT, DOUBLE, BIG_DECIMAL, DOCUMENT, NULL -> new Literal(number());
        };
    }

    private Map<String, Object> structure(SdkPojo shape, int depth) {
        Map<String, Object> structure = new LinkedHashMap<>();
        for (SdkField<?> field : shape.sdkFields()) {
            if (random.nextInt(10) < 6) {
                structure.put(field.locationName(), value(field, depth + 1));
            }
        }
        return structure;
    }

    private Items list(ListTrait trait, int depth) {
        List<Object> elements = new ArrayList<>();
        int size = random.nextInt(4);
        for (int i = 0; i < size; i++) {
            elements.add(value(trait.memberFieldInfo(), depth + 1));
        }
        return new Items(trait.memberLocationName() == null ? "member" : trait.memberLocationName(), trait.isFlattened(), elements);
    }

    private Map<String, Object> map(MapTrait trait, int depth) {
        Map<String, Object> map = new LinkedHashMap<>();
        int size = random.nextInt(3);
        for (int i = 0; i < size; i++) {
            map.put(text(), value(trait.valueFieldInfo(), depth + 1));
        }
        return map;
    }

    private String pick(List<String> texts) {
        return texts.get(random.nextInt(texts.size()));
    }
}
