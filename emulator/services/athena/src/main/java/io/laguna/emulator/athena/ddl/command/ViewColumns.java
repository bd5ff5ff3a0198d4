package io.laguna.emulator.athena.ddl.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.laguna.emulator.athena.ddl.model.CatalogTable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * The columns of a view with the engine's types, which stand in the view's text: {@code /* Presto View: <base64 of
 * JSON> *}{@code /}.
 */
final class ViewColumns {
    private static final String START = "/* Presto View: ";
    private static final String END = " */";
    private static final JsonMapper JSON = new JsonMapper();

    private ViewColumns() {}

    /** Returns a row of text for each column: its name, a tab and its type. */
    static List<String> rows(CatalogTable view) {
        return Optional.ofNullable(view.glue().viewOriginalText())
                .flatMap(ViewColumns::definition)
                .map(ViewColumns::rows)
                .orElseGet(() -> view.columns().stream()
                        .map(column -> column.name() + "\t" + column.type())
                        .toList());
    }

    private static List<String> rows(JsonNode definition) {
        List<String> rows = new ArrayList<>();
        definition
                .path("columns")
                .forEach(column -> rows.add(column.path("name").asText() + "\t"
                        + column.path("type").asText()));
        return rows;
    }

    private static Optional<JsonNode> definition(String text) {
        if (!text.startsWith(START) || !text.endsWith(END)) {
            return Optional.empty();
        }
        String encoded = text.substring(START.length(), text.length() - END.length());
        try {
            return Optional.of(JSON.readTree(new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8)));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
