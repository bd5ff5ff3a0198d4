package io.laguna.emulator.athena.ddl.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.laguna.emulator.athena.ddl.model.CatalogTable;
import io.laguna.emulator.kit.hive.PrestoView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The columns of a view with the engine's types, which stand in the view's text, a {@link PrestoView}. */
final class ViewColumns {
    private ViewColumns() {}

    /** Returns a row of text for each column: its name, a tab and its type. */
    static List<String> rows(CatalogTable view) {
        return Optional.ofNullable(view.glue().viewOriginalText())
                .flatMap(PrestoView::of)
                .map(PrestoView::definition)
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
}
