package io.laguna.tests.hostile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
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
    private static final Map<String, List<String>> WORDS = new ConcurrentHashMap<>();
    private static final List<Double> HOSTILITY = List.of(0.0, 0.0, 0.1, 0.5);
    private static final List<Double> FILLED = List.of(0.02, 0.1, 0.4, 0.9);
    private static final double RARELY = 0.02;
    private static final double USUAL = 0.97;
    private static final List<String> NUMBERS = List.of("1", "2", "10", "50", "100", "900");

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

    private static final List<String> EDGES =
            List.of("-1", "0", "-2147483648", "2147483647", "-9223372036854775808", "9223372036854775807");

    private final Random random;
    private final List<String> known;

    /** The part of values that are as no member may be: few in some requests, which get further by that. */
    private final double hostility;

    /** The part of members that have a value. */
    private final double filled;

    /**
     * Creates values.
     *
     * @param known the names of what is there, so that requests get further than to its absence
     */
    HostileValues(Random random, List<String> known) {
        this.random = random;
        this.known = known;
        this.filled = FILLED.get(random.nextInt(FILLED.size()));
        this.hostility = HOSTILITY.get(random.nextInt(HOSTILITY.size()));
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

    /**
     * Returns values for some of a request's members.
     *
     * @param required the members that are seldom left out
     */
    Map<SdkField<?>, Object> members(SdkPojo shape, List<String> required) {
        Map<SdkField<?>, Object> members = new LinkedHashMap<>();
        for (SdkField<?> field : shape.sdkFields()) {
            if (random.nextDouble() < (required.contains(field.memberName()) ? USUAL : filled)) {
                members.put(field, value(field, words(shape, field), 0));
            }
        }
        spoil(members, shape);
        return members;
    }

    /** Gives one member a hostile value where no other has one: what is wrong with it is not hidden by the others. */
    private void spoil(Map<SdkField<?>, Object> members, SdkPojo shape) {
        List<SdkField<?>> fields = shape.sdkFields();
        if (hostility > 0 || fields.isEmpty()) {
            return;
        }
        SdkField<?> field = fields.get(random.nextInt(fields.size()));
        boolean edge = random.nextBoolean();
        members.put(
                field,
                switch (field.marshallingType().getKnownType()) {
                    case STRING -> edge ? "a\0b" : pick(TEXTS);
                    case LIST, MAP, SDK_POJO -> edge ? value(field, List.of(), 0) : new Literal(pick(LITERALS));
                    default -> new Literal(pick(edge ? EDGES : LITERALS));
                });
    }

    /** Returns a text: mostly a name of something that is there, or one that is hostile. */
    String text() {
        return random.nextDouble() < Math.max(hostility, RARELY) ? pick(TEXTS) : pick(known);
    }

    /** Returns a text that is a number, or is not. */
    String number() {
        return random.nextDouble() < hostility ? pick(LITERALS) : pick(NUMBERS);
    }

    private Object value(SdkField<?> field, List<String> words, int depth) {
        if (depth > DEEPEST || random.nextDouble() < hostility / 4) {
            return random.nextBoolean() ? new Literal(pick(LITERALS)) : text();
        }
        MarshallingKnownType type = field.marshallingType().getKnownType();
        return switch (type) {
            case STRING -> words.isEmpty() || random.nextDouble() < Math.max(hostility, RARELY) ? text() : pick(words);
            case SDK_BYTES -> text();
            case BOOLEAN -> new Literal(Boolean.toString(random.nextBoolean()));
            case INSTANT -> random.nextDouble() < hostility ? text() : new Literal(number());
            case SDK_POJO -> structure(field.constructor().get(), depth);
            case LIST -> list(field.getTrait(ListTrait.class), depth);
            case MAP -> map(field.getTrait(MapTrait.class), depth);
            case INTEGER, LONG, SHORT, BYTE, FLOAT, DOUBLE, BIG_DECIMAL, DOCUMENT, NULL -> new Literal(number());
        };
    }

    private Map<String, Object> structure(SdkPojo shape, int depth) {
        Map<String, Object> structure = new LinkedHashMap<>();
        for (SdkField<?> field : shape.sdkFields()) {
            if (random.nextDouble() < filled) {
                structure.put(field.locationName(), value(field, words(shape, field), depth + 1));
            }
        }
        return structure;
    }

    private Items list(ListTrait trait, int depth) {
        List<Object> elements = new ArrayList<>();
        int size = random.nextInt(4);
        for (int i = 0; i < size; i++) {
            elements.add(value(trait.memberFieldInfo(), List.of(), depth + 1));
        }
        return new Items(
                trait.memberLocationName() == null ? "member" : trait.memberLocationName(),
                trait.isFlattened(),
                elements);
    }

    private Map<String, Object> map(MapTrait trait, int depth) {
        Map<String, Object> map = new LinkedHashMap<>();
        int size = random.nextInt(3);
        for (int i = 0; i < size; i++) {
            map.put(text(), value(trait.valueFieldInfo(), List.of(), depth + 1));
        }
        return map;
    }

    /** Returns the words that a member may be: those of the enum that its builder takes; none where it takes any text. */
    private static List<String> words(SdkPojo shape, SdkField<?> field) {
        return WORDS.computeIfAbsent(shape.getClass().getName() + " " + field.memberName(), member -> Arrays.stream(
                        shape.getClass().getMethods())
                .filter(method -> method.getName().equalsIgnoreCase(field.memberName()))
                .filter(method -> method.getParameterCount() == 1 && method.getParameterTypes()[0].isEnum())
                .findFirst()
                .map(method -> constants(method.getParameterTypes()[0]))
                .orElse(List.of()));
    }

    /** Returns the words of an enum of the SDK; none of one that cannot be loaded, such as Glue's {@code ParamType}. */
    private static List<String> constants(Class<?> words) {
        try {
            return Arrays.stream(words.getEnumConstants()).map(Object::toString).toList();
        } catch (LinkageError sameWordTwice) {
            return List.of();
        }
    }

    private String pick(List<String> texts) {
        return texts.get(random.nextInt(texts.size()));
    }
}
