package io.laguna.redshift.load.value;

/** The texts of values of which JSON has no kind, in documents that an engine reads back. */
public final class DocumentText {
    private DocumentText() {}

    /** Returns bytes as DuckDB reads them: {@code \x41\x42}. */
    public static String ofBytes(byte[] bytes, int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            text.append(String.format("\\x%02X", bytes[i]));
        }
        return text.toString();
    }
}
