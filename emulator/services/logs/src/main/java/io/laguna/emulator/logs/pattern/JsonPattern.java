package io.laguna.emulator.logs.pattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.function.Predicate;

/** A pattern of conditions on an event that is a JSON object: {@code { $.level = "ERROR" && $.took > 100 }}. */
record JsonPattern(Predicate<JsonNode> condition) implements FilterPattern {
    private static final ObjectMapper JSON = new ObjectMapper();

    static JsonPattern of(String text) throws InvalidPatternException {
        if (!text.endsWith("}")) {
            throw new InvalidPatternException("the brace does not end");
        }
        JsonConditions conditions = new JsonConditions(text.substring(1, text.length() - 1));
        return new JsonPattern(conditions.whole());
    }

    /** An event that is no JSON object has no fields. */
    @Override
    public boolean matches(String message) {
        if (!message.startsWith("{")) {
            return false;
        }
        try {
            return condition.test(JSON.readTree(message));
        } catch (JsonProcessingException e) {
            return false;
        }
    }
}
