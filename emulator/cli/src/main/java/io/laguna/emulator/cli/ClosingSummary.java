package io.laguna.emulator.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.laguna.pipelines.covid.Summaries;
import io.laguna.pipelines.covid.publication.Published;
import java.util.Map;
import java.util.Optional;

/** The last lines of a run: what the pipeline did, and where everything is. */
record ClosingSummary(Summaries summaries, Whereabouts whereabouts, Optional<Published> api, Terminal terminal) {
    void print() {
        terminal.print("");
        summaries.clean().ifPresent(this::printCases);
        summaries.marts().ifPresent(this::printMarts);
        terminal.print("  tables    databases raw, trusted and refined of the " + whereabouts.catalog()
                + "; their files are in " + whereabouts.files());
        terminal.print("  report    " + whereabouts.report());
        api.map(whereabouts::api).ifPresent(address -> terminal.print("  api       " + address));
        terminal.print("  logs      " + whereabouts.logs());
        terminal.print("");
    }

    private void printCases(JsonNode clean) {
        terminal.print("  raw       " + rows(clean, "rows_in") + " new rows in "
                + clean.path("new_deliveries").size()
                + " new of " + clean.path("deliveries").size() + " deliveries; " + rows(clean, "rows_before")
                + " cases were there before");
        terminal.print("  trusted   " + rows(clean, "rows_out") + " cases in "
                + clean.path("departments").asLong() + " departments; " + rows(clean, "rows_superseded")
                + " rows superseded by later ones");
        terminal.print("  rejected  " + rows(clean, "rows_rejected"));
        for (Map.Entry<String, JsonNode> reason :
                clean.path("rejected_by_reason").properties()) {
            terminal.print("            " + Terminal.count(reason.getValue().asLong()) + "  " + reason.getKey());
        }
    }

    private void printMarts(JsonNode marts) {
        terminal.print("  refined");
        for (Map.Entry<String, JsonNode> table : marts.path("tables").properties()) {
            terminal.print(String.format(
                    "            %-21s %9s rows",
                    table.getKey(), Terminal.count(table.getValue().asLong())));
        }
    }

    private static String rows(JsonNode summary, String field) {
        return Terminal.count(summary.path(field).asLong());
    }
}
