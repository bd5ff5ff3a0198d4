package io.laguna.apps.covid.report;

/**
 * The origin of a delivery, by its manifest in the raw zone.
 *
 * @param delivery UTC time of landing, {@code 2026-11-21T053018}
 * @param kind {@code file}, {@code generated} or {@code soda}
 * @param source path or URL
 * @param header name of the header variant
 */
record Origin(String delivery, String kind, String source, long rows, String header) {

    static Origin of(SummaryFields manifest) {
        return new Origin(
                manifest.text("delivery"),
                manifest.text("origin"),
                manifest.text("source"),
                manifest.whole("rows"),
                manifest.text("header"));
    }

    boolean isGenerated() {
        return kind.equals("generated");
    }
}
