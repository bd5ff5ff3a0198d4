package io.laguna.emulator.crawl.finding;

import java.util.Map;

/**
 * The way to read a file: two files with the same layout may be in one table.
 *
 * @param classification AWS's name of the format, or a custom classifier's
 * @param inputFormat the class; empty when no engine reads such files
 * @param serde the class; empty when no engine reads such files
 * @param parameters of the table
 */
public record Layout(
        String classification,
        String inputFormat,
        String outputFormat,
        String serde,
        Map<String, String> serdeParameters,
        Map<String, String> parameters) {
    private static final String TEXT_INPUT = "org.apache.hadoop.mapred.TextInputFormat";
    private static final String TEXT_OUTPUT = "org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat";

    /** The layout of a file that no classifier knows. */
    public static final Layout UNKNOWN = unreadable("UNKNOWN", Map.of());

    public Layout {
        serdeParameters = Map.copyOf(serdeParameters);
        parameters = Map.copyOf(parameters);
    }

    /** Returns the layout of lines of text. */
    public static Layout text(
            String classification, String serde, Map<String, String> serdeParameters, Map<String, String> parameters) {
        return new Layout(classification, TEXT_INPUT, TEXT_OUTPUT, serde, serdeParameters, parameters);
    }

    /** Returns the layout of a format that is in the catalog by its name only. */
    public static Layout unreadable(String classification, Map<String, String> parameters) {
        return new Layout(classification, "", "", "", Map.of(), parameters);
    }
}
