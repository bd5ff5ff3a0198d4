package io.laguna.emulator.kit.hive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A view of Athena's as its text in the catalog has it: {@code /* Presto View: <base64 of JSON> *}{@code /}.
 *
 * @param definition the statement, its catalog and schema, and the columns with the engine's types
 */
public record PrestoView(JsonNode definition) {
    private static final String START = "/* Presto View: ";
    private static final String END = " */";
    private static final JsonMapper JSON = new JsonMapper();

    /** Returns the view of a text; empty for any other text. */
    public static Optional<PrestoView> of(String text) {
        if (!text.startsWith(START) || !text.endsWith(END)) {
            return Optional.empty();
        }
        String encoded = text.substring(START.length(), text.length() - END.length());
        try {
            return Optional.of(new PrestoView(
                    JSON.readTree(new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8))));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Returns the same view with its catalog and schema in lower case, without which Trino reads no view. */
    public PrestoView inLowerCase() {
        if (!(definition instanceof ObjectNode object)) {
            return this;
        }
        ObjectNode lower = object.deepCopy();
        for (String name : List.of("catalog", "schema")) {
            if (lower.path(name).isTextual()) {
                lower.put(name, lower.path(name).textValue().toLowerCase(Locale.ROOT));
            }
        }
        return new PrestoView(lower);
    }

    /** Returns the text in the catalog. */
    public String text() {
        return START + Base64.getEncoder().encodeToString(definition.toString().getBytes(StandardCharsets.UTF_8)) + END;
    }
}
