package io.laguna.emulator.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A part of a lake, as the health page tells it.
 *
 * @param name {@code postgresql}
 * @param figures all fields of the page about it
 */
record EngineStatus(String name, JsonNode figures) {
    private static final double MIB = 1024 * 1024;
    private static final String STATUS = "status";

    /** Reads all parts, in the order of the page. */
    static List<EngineStatus> of(JsonNode page) {
        List<EngineStatus> parts = new ArrayList<>();
        for (Map.Entry<String, JsonNode> part : page.path("engines").properties()) {
            parts.add(new EngineStatus(part.getKey(), part.getValue()));
        }
        return parts;
    }

    /** Tells whether the part does what it should, which may be to wait until somebody needs it. */
    boolean isWell() {
        return List.of("ready", "on demand").contains(figures.path(STATUS).asText());
    }

    /** Returns a line for the user: the state, the memory, and the address, the work, or the reason of a failure. */
    String line() {
        return String.format(
                        "  %-15s %-10s %10s  %s",
                        name, figures.path(STATUS).asText(), memory(), isWell() ? told() : reason())
                .stripTrailing();
    }

    private String memory() {
        return figures.has("memoryBytes")
                ? String.format(
                        Locale.ROOT, "%,.0f MiB", figures.path("memoryBytes").asLong() / MIB)
                : "";
    }

    private String told() {
        if (figures.has("reserve")) {
            return String.format(
                    Locale.ROOT,
                    "%d in reserve (%d more get ready), %d busy, %d jobs queued",
                    figures.path("reserve").asInt(),
                    figures.path("preparing").asInt(),
                    figures.path("busy").asInt(),
                    figures.path("queued").asInt());
        }
        return figures.path("address").asText();
    }

    private String reason() {
        return figures.path("reason").asText();
    }
}
