package io.laguna.emulator.redshiftdata.result;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Rows as CSV: NULL is nothing, an empty text has quotes. */
final class Csv {
    private Csv() {}

    static String of(List<List<Optional<String>>> rows) {
        return rows.stream()
                .map(row -> row.stream().map(Csv::value).collect(Collectors.joining(",")) + "\r\n")
                .collect(Collectors.joining());
    }

    private static String value(Optional<String> value) {
        return value.map(text -> needsQuotes(text) ? '"' + text.replace("\"", "\"\"") + '"' : text)
                .orElse("");
    }

    private static boolean needsQuotes(String text) {
        return text.isEmpty() || text.chars().anyMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r');
    }
}
