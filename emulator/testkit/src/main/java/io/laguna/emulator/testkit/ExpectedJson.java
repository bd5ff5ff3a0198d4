package io.laguna.emulator.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;

/** Expectations of JSON, with names for texts that are known only when they are there. */
final class ExpectedJson {
    private final Map<String, String> names = new HashMap<>();

    /** Returns a text with the names in it replaced by what they stand for. */
    String filled(String text) {
        String filled = text;
        for (Map.Entry<String, String> name : names.entrySet()) {
            filled = filled.replace(name.getKey(), name.getValue());
        }
        return filled;
    }

    /** Fails when JSON is not what is expected of it. */
    void check(String told, JsonNode expected, JsonNode actual) {
        if (expected.isObject()) {
            assertThat(actual.isObject()).as(told + " at " + expected).isTrue();
            expected.fields().forEachRemaining(member -> member(told, actual, member));
        } else if (expected.isArray()) {
            assertThat(actual).as(told + " at " + expected).hasSize(expected.size());
            for (int i = 0; i < expected.size(); i++) {
                check(told, expected.get(i), actual.get(i));
            }
        } else if (expected.asText().startsWith("$")) {
            String known = names.computeIfAbsent(expected.asText(), name -> actual.asText());
            assertThat(actual.asText()).as(told + " at " + expected).isEqualTo(known);
        } else if (!expected.asText().equals("*")) {
            assertThat(actual).as(told).isEqualTo(expected);
        }
    }

    private void member(String told, JsonNode actual, Map.Entry<String, JsonNode> member) {
        String name = filled(member.getKey());
        if (member.getValue().asText().equals("-")) {
            assertThat(actual.has(name)).as(told + " has " + name).isFalse();
        } else {
            assertThat(actual.has(name)).as(told + " has " + name).isTrue();
            check(told, member.getValue(), actual.get(name));
        }
    }
}
