package io.laguna.emulator.athena.sql;

import java.util.List;

/**
 * The value of a property in a {@code WITH} clause.
 *
 * @param sql as it is written
 * @param texts what it holds, without quotes: one of a scalar, each of an array
 */
public record PropertyValue(String sql, List<String> texts) {
    /** Of a scalar. */
    public String text() {
        return texts.isEmpty() ? "" : texts.get(0);
    }
}
