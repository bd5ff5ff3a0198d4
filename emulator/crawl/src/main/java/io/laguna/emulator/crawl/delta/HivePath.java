package io.laguna.emulator.crawl.delta;

/** Names of folders that are partitions, as Hive and Spark write them. */
final class HivePath {
    /** The characters that Hive's {@code FileUtils} escapes, beside control characters. */
    private static final String ESCAPED = "\"#%'*/:=?\\\u007F{[]^";

    private HivePath() {}

    /** Returns a name or a value in which special characters are {@code %} and two hexadecimal digits. */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character < ' ' || ESCAPED.indexOf(character) >= 0) {
                escaped.append(String.format("%%%02X", (int) character));
            } else {
                escaped.append(character);
            }
        }
        return escaped.toString();
    }
}
