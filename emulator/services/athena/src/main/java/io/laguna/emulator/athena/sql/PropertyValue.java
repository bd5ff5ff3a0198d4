package io.laguna.emulator.athena.sql;

import java.util.List;

/**
 * The value of a property in a {@code WITH} clause.
 *
 * @param sql as it is written
 * @param texts the texts that it holds, without quotes: one for a scalar, one for each element of an array
 */
public record PropertyValue(String sql, List<String> texts) {
    /** Returns the text of a scalar. */
    public String text() {
        return texts.isEmpty() ? "" : texts.get(0);
    }
}
