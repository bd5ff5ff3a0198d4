package io.laguna.apps.covid.report.markup;

/** The characters that a reader sees; they are escaped as they are written. */
record Text(String value) implements Node {

    @Override
    public void writeTo(StringBuilder out) {
        escape(value, out);
    }

    /** Writes a text with its escapes. XML 1.0 cannot hold control characters, not even escaped: they become U+FFFD. */
    static void escape(String value, StringBuilder out) {
        value.codePoints().forEach(character -> {
            switch (character) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                case '\t', '\n', '\r' -> out.appendCodePoint(character);
                default -> out.appendCodePoint(isXml(character) ? character : 0xFFFD);
            }
        });
    }

    private static boolean isXml(int character) {
        return character >= 0x20
                && !(character >= 0xD800 && character <= 0xDFFF)
                && character != 0xFFFE
                && character != 0xFFFF;
    }
}
