package io.laguna.redshift.wire.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The text of a row, as PostgreSQL writes a composite value: {@code (1,"a ""b""",)}. */
final class RecordText {
    private RecordText() {}

    /** Returns the values' texts; nothing between two commas is NULL. */
    static List<Optional<String>> values(String text) {
        List<Optional<String>> values = new ArrayList<>();
        StringBuilder value = new StringBuilder();
        boolean quoted = false;
        boolean isNull = true;
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && (c == '"' || c == '\\') && (c == '\\' || text.charAt(i + 1) == '"')) {
                i++;
                value.append(text.charAt(i));
            } else if (c == '"') {
                quoted = !quoted;
                isNull = false;
            } else if (!quoted && (c == ',' || (c == ')' && i == text.length() - 1))) {
                values.add(isNull ? Optional.empty() : Optional.of(value.toString()));
                value.setLength(0);
                isNull = true;
            } else {
                value.append(c);
                isNull = false;
            }
        }
        return values;
    }
}
