package io.laguna.emulator.glue.expression;

import java.util.regex.Pattern;

/** The LIKE patterns of SQL: % is any text, _ any character. */
final class LikePattern {
    private LikePattern() {}

    /** Returns the pattern as a regular expression over whole texts. */
    static Pattern of(String like, char escape) {
        StringBuilder pattern = new StringBuilder();
        boolean escaped = false;
        for (int point : like.codePoints().toArray()) {
            if (!escaped && point == escape) {
                escaped = true;
                continue;
            }
            if (!escaped && point == '%') {
                pattern.append(".*");
            } else if (!escaped && point == '_') {
                pattern.append('.');
            } else {
                pattern.append(Pattern.quote(Character.toString(point)));
            }
            escaped = false;
        }
        return Pattern.compile(pattern.toString(), Pattern.DOTALL);
    }
}
