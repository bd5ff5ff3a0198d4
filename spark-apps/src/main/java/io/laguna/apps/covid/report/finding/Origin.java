package io.laguna.apps.covid.report.finding;

/**
 * The origin of a delivery, by its manifest in the raw zone.
 *
 * @param delivery UTC time of landing, {@code 2026-11-21T053018}
 * @param kind {@code file}, {@code generated} or {@code soda}
 * @param source path or URL
 * @param header name of the header variant
 */
public record Origin(String delivery, String kind, String source, long rows, String header) {

    public static Origin of(SummaryFields manifest) {
        return new Origin(
                manifest.text("delivery"),
                manifest.text("origin"),
                manifest.text("source"),
                manifest.whole("rows"),
                manifest.text("header"));
    }

    public boolean isGenerated() {
        return kind.equals("generated");
    }
}
