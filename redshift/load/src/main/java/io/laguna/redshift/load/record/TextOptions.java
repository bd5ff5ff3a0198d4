package io.laguna.redshift.load.record;

import io.laguna.redshift.sql.statement.LoadOption;
import io.laguna.redshift.sql.statement.LoadOptions;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What the options of a COPY say about lines.
 *
 * @param nullText the bytes of a field that is NULL
 * @param header the lines at the front of each file that are no data
 */
record TextOptions(byte[] nullText, boolean escapes, boolean removesQuotes, boolean ignoresBlank, long header) {
    static TextOptions of(LoadOptions options) {
        return new TextOptions(
                options.value(LoadOption.NULL).orElse("\\N").getBytes(StandardCharsets.UTF_8),
                options.has(LoadOption.ESCAPE),
                options.has(LoadOption.REMOVEQUOTES),
                options.has(LoadOption.IGNOREBLANKLINES),
                options.value(LoadOption.IGNOREHEADER).map(Long::parseLong).orElse(0L));
    }

    boolean isNull(byte[] bytes, int from, int to) {
        return to - from == nullText.length && Arrays.equals(bytes, from, to, nullText, 0, nullText.length);
    }
}
