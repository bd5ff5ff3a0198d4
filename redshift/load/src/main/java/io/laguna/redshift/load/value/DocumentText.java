package io.laguna.redshift.load.value;

import java.util.HexFormat;

/** The texts of values of which JSON has no kind, in documents that an engine reads back. */
public final class DocumentText {
    private static final HexFormat BYTES = HexFormat.of().withPrefix("\\x").withUpperCase();

    private DocumentText() {}

    /** Returns bytes as DuckDB reads them: {@code \x41\x42}. */
    public static String ofBytes(byte[] bytes, int from, int to) {
        return BYTES.formatHex(bytes, from, to);
    }
}
