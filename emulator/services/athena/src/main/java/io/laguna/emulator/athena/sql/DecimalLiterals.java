package io.laguna.emulator.athena.sql;

import io.trino.grammar.sql.SqlBaseLexer;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Numbers with a point, which are doubles in Athena: {@code 0.33} is written {@code 0.33E0} for the engine. A decimal is
 * written {@code decimal '0.33'} in Athena.
 *
 * @see <a href="https://docs.aws.amazon.com/athena/latest/ug/data-types.html">Data types in Athena</a>: "To specify decimal
 *     values as literals, … specify the decimal type definition, and list the decimal value as a literal (in single quotes)"
 */
public final class DecimalLiterals {
    private static final String EXPONENT = "E0";
    private static final Pattern POINT = Pattern.compile("[0-9]\\.|\\.[0-9]");

    private DecimalLiterals() {}

    /** Returns a text with its decimal literals as doubles. */
    public static EditedText asDoubles(String text) {
        if (!POINT.matcher(text).find()) {
            return new EditedText(text, List.of());
        }
        return EditedText.of(
                text,
                new TrinoText(text)
                        .tokens().stream()
                                .filter(token -> token.getType() == SqlBaseLexer.DECIMAL_VALUE)
                                .map(token -> new EditedText.Edit(
                                        text.offsetByCodePoints(0, token.getStartIndex()),
                                        text.offsetByCodePoints(0, token.getStopIndex() + 1),
                                        // A double has no underscores between its digits.
                                        token.getText().replace("_", "") + EXPONENT))
                                .toList());
    }
}
