package io.laguna.emulator.redshift.session;

import io.laguna.redshift.sql.text.Rewritten;
import java.util.function.IntUnaryOperator;

/**
 * The places of a text: Redshift's SQL counts chars of Java from 0, the protocol counts characters from 1, and a character
 * may be two chars.
 */
final class Places {
    private Places() {}

    /** Returns the character at a char's place. */
    static int character(String text, int place) {
        return text.codePointCount(0, Math.min(Math.max(place, 0), text.length())) + 1;
    }

    /** Returns what leads from the characters of a rewritten statement to those of the client's whole text. */
    static IntUnaryOperator of(Rewritten sql, String text) {
        return character -> {
            int characters = sql.text().codePointCount(0, sql.text().length());
            int place = sql.text().offsetByCodePoints(0, Math.min(Math.max(character - 1, 0), characters));
            return character(text, sql.source(place));
        };
    }
}
