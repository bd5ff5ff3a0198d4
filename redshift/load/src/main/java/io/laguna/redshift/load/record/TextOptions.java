package io.laguna.redshift.load.record;

import io.laguna.redshift.sql.statement.LoadOption;
import io.laguna.redshift.sql.statement.LoadOptions;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The options of a COPY about lines. */
final class TextOptions {
    private final byte[] nullText;
    private final boolean escapes;
    private final boolean removesQuotes;
    private final boolean ignoresBlank;
    private final long header;

    TextOptions(LoadOptions options) {
        this.nullText = options.value(LoadOption.NULL).orElse("\\N").getBytes(StandardCharsets.UTF_8);
        this.escapes = options.has(LoadOption.ESCAPE);
        this.removesQuotes = options.has(LoadOption.REMOVEQUOTES);
        this.ignoresBlank = options.has(LoadOption.IGNOREBLANKLINES);
        this.header =
                options.value(LoadOption.IGNOREHEADER).map(Long::parseLong).orElse(0L);
    }

    boolean escapes() {
        return escapes;
    }

    boolean removesQuotes() {
        return removesQuotes;
    }

    boolean ignoresBlank() {
        return ignoresBlank;
    }

    /** Returns the lines at the front of each file that are no data. */
    long header() {
        return header;
    }

    /** Tells whether a field is the text that stands for NULL. */
    boolean isNull(byte[] bytes, int from, int to) {
        return to - from == nullText.length && Arrays.equals(bytes, from, to, nullText, 0, nullText.length);
    }
}
