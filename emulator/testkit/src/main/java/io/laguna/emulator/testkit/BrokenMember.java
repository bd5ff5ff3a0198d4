package io.laguna.emulator.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A value of a request's member that AWS's model of the service forbids.
 *
 * @param value the value; empty for a required member that is left out
 */
record BrokenMember(String name, Optional<Object> value) {
    private static final List<String> UNUSUAL = List.of("\u0001", "%", " ", "\u00e9");

    static BrokenMember missing(String name) {
        return new BrokenMember(name, Optional.empty());
    }

    static List<BrokenMember> texts(String name, JsonNode shape) {
        List<String> texts = new ArrayList<>();
        if (shape.path("min").asInt() > 0) {
            texts.add("a".repeat(shape.path("min").asInt() - 1));
        }
        // A text can have no more characters than this.
        if (shape.path("max").asInt(Integer.MAX_VALUE) < Integer.MAX_VALUE) {
            texts.add("a".repeat(shape.path("max").asInt() + 1));
        }
        if (shape.has("enum")) {
            texts.add("NO_SUCH_VALUE");
        } else if (shape.has("pattern")) {
            unusual(shape.path("pattern").asText()).forEach(texts::add);
        }
        return texts.stream()
                .map(text -> new BrokenMember(name, Optional.of(text)))
                .toList();
    }

    static List<BrokenMember> numbers(String name, JsonNode shape) {
        Stream<Integer> numbers = Stream.of(
                        Optional.of(shape)
                                .filter(one -> one.has("min"))
                                .map(one -> one.path("min").asInt() - 1),
                        Optional.of(shape)
                                .filter(one -> one.has("max"))
                                .map(one -> one.path("max").asInt() + 1))
                .flatMap(Optional::stream);
        return numbers.map(number -> new BrokenMember(name, Optional.of(number)))
                .toList();
    }

    /** A pattern is held against the whole text, whether it says so or not. */
    private static Stream<String> unusual(String pattern) {
        Pattern compiled = Pattern.compile(pattern);
        return UNUSUAL.stream()
                .filter(text -> !compiled.matcher(text).matches())
                .limit(1);
    }

    @Override
    public String toString() {
        return name + "=" + value.map(Object::toString).map(BrokenMember::shown).orElse("nothing");
    }

    private static String shown(String text) {
        return text.length() < 40
                ? "'" + text.replace("\u0001", "U+0001") + "'"
                : text.substring(0, 20) + "… of " + text.length() + " characters";
    }
}
