package io.laguna.glue.format;

import io.laguna.glue.record.Struct;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A path into JSON: names, numbers of elements, {@code *} and {@code ..}. Filters and scripts are none of it. */
record JsonPath(List<Step> steps) implements Serializable {
    private static final Pattern STEP = Pattern.compile("\\.\\.(?<deep>[\\w-]+)|\\.(?<name>[\\w-]+)"
            + "|(?<all>\\.\\*|\\[\\*])|\\[(?<index>-?\\d+)]|\\[(?<q>['\"])(?<quoted>.*?)\\k<q>]");

    private sealed interface Step extends Serializable {}

    private record Name(String name) implements Step {}

    private record Deep(String name) implements Step {}

    private record Index(int index) implements Step {}

    private record All() implements Step {}

    /**
     * Returns a path.
     *
     * @throws IllegalArgumentException when it is none, or of a kind that is not built
     */
    static JsonPath of(String text) {
        String rest = text.strip();
        Matcher matcher = STEP.matcher(rest);
        int at = rest.startsWith("$") ? 1 : 0;
        List<Step> steps = new ArrayList<>();
        while (at < rest.length()) {
            if (!matcher.find(at) || matcher.start() != at) {
                throw new IllegalArgumentException("Cannot read jsonPath " + text + " from character " + at
                        + " on: names, [*], .* and [n] are known");
            }
            steps.add(step(matcher));
            at = matcher.end();
        }
        return new JsonPath(List.copyOf(steps));
    }

    private static Step step(Matcher matcher) {
        if (matcher.group("deep") != null) {
            return new Deep(matcher.group("deep"));
        } else if (matcher.group("name") != null) {
            return new Name(matcher.group("name"));
        } else if (matcher.group("all") != null) {
            return new All();
        } else if (matcher.group("index") != null) {
            return new Index(Integer.parseInt(matcher.group("index")));
        }
        return new Name(matcher.group("quoted"));
    }

    /** Returns what a value has at this path. */
    Stream<Object> in(Object value) {
        Stream<Object> found = Stream.of(Optional.ofNullable(value)).flatMap(Optional::stream);
        for (Step step : steps) {
            found = found.flatMap(each -> below(each, step));
        }
        return found;
    }

    private static Stream<Object> below(Object value, Step step) {
        if (step instanceof Name name) {
            return value instanceof Struct struct ? some(struct.get(name.name())) : Stream.empty();
        } else if (step instanceof Deep deep) {
            return Stream.concat(
                    below(value, new Name(deep.name())), children(value).flatMap(each -> below(each, deep)));
        } else if (step instanceof Index index) {
            return value instanceof List<?> list ? element(list, index.index()) : Stream.empty();
        }
        return children(value);
    }

    private static Stream<Object> element(List<?> list, int index) {
        int at = index < 0 ? list.size() + index : index;
        return at >= 0 && at < list.size() ? some(list.get(at)) : Stream.empty();
    }

    private static Stream<Object> children(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().flatMap(JsonPath::some);
        } else if (value instanceof Struct struct) {
            return struct.fields().stream().flatMap(field -> some(field.getValue()));
        }
        return Stream.empty();
    }

    private static Stream<Object> some(Object value) {
        return value == null ? Stream.empty() : Stream.of(value);
    }
}
