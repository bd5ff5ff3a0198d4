package io.laguna.emulator.athena.ddl.words;

/** The texts in Hive's statements, with the escapes of Hive's BaseSemanticAnalyzer.unescapeSQLString. */
public final class HiveText {
    private final String escaped;
    private final StringBuilder plain = new StringBuilder();
    private int at;

    private HiveText(String escaped) {
        this.escaped = escaped;
    }

    /**
     * Returns a text without its escapes.
     *
     * @param escaped without its quotes
     */
    public static String unescaped(String escaped) {
        HiveText text = new HiveText(escaped);
        while (text.at < escaped.length()) {
            text.step();
        }
        return text.plain.toString();
    }

    private void step() {
        char character = escaped.charAt(at);
        if (character != '\\' || at + 1 >= escaped.length()) {
            plain.append(character);
            at++;
        } else if (escaped.charAt(at + 1) == 'u' && isNumber(at + 2, 4, 16)) {
            number(at + 2, 4, 16);
        } else if (isNumber(at + 1, 3, 8) && escaped.charAt(at + 1) <= '1') {
            number(at + 1, 3, 8);
        } else {
            plain.append(single(escaped.charAt(at + 1)));
            at += 2;
        }
    }

    private void number(int start, int digits, int radix) {
        plain.append((char) Integer.parseInt(escaped.substring(start, start + digits), radix));
        at = start + digits;
    }

    private boolean isNumber(int start, int digits, int radix) {
        return start + digits <= escaped.length()
                && escaped.substring(start, start + digits).chars().allMatch(c -> Character.digit(c, radix) >= 0);
    }

    private static String single(char escape) {
        return switch (escape) {
            case '0' -> "\0";
            case 'b' -> "\b";
            case 'n' -> "\n";
            case 'r' -> "\r";
            case 't' -> "\t";
            case 'Z' -> "\u001A";
                // These escapes are for LIKE.
            case '%' -> "\\%";
            case '_' -> "\\_";
            default -> String.valueOf(escape);
        };
    }
}
