package io.laguna.emulator.athena.sql;

import io.laguna.emulator.athena.engine.QueryFailure;
import io.trino.grammar.sql.SqlBaseLexer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.Token;

/**
 * A text for the engine in which numbers with a point are doubles, as Athena takes them: {@code 0.33} is written
 * {@code 0.33E0}. A decimal is written {@code decimal '0.33'} in Athena.
 *
 * @param text for the engine
 * @param places behind which the text has become longer than it was
 * @see <a href="https://docs.aws.amazon.com/athena/latest/ug/data-types.html">Data types in Athena</a>: "To specify decimal
 *     values as literals, … specify the decimal type definition, and list the decimal value as a literal (in single quotes)"
 */
public record DecimalLiterals(String text, List<Place> places) {
    private static final String EXPONENT = "E0";
    private static final Pattern POINT = Pattern.compile("[0-9]\\.|\\.[0-9]");

    /**
     * A place in the text for the engine.
     *
     * @param line from 1
     * @param column from 1
     * @param longer by how many places the text before it has become longer in this line
     */
    record Place(int line, int column, int longer) {}

    /** Returns a text with its decimal literals as doubles. */
    public static DecimalLiterals asDoubles(String text) {
        if (!POINT.matcher(text).find()) {
            return new DecimalLiterals(text, List.of());
        }
        StringBuilder doubles = new StringBuilder();
        List<Place> places = new ArrayList<>();
        int end = 0;
        for (Token token : new TrinoText(text).tokens()) {
            if (token.getType() == SqlBaseLexer.DECIMAL_VALUE) {
                // A double has no underscores between its digits.
                String literal = token.getText().replace("_", "") + EXPONENT;
                doubles.append(text, end, text.offsetByCodePoints(0, token.getStartIndex()))
                        .append(literal);
                end = text.offsetByCodePoints(0, token.getStopIndex() + 1);
                int before = longer(places, token.getLine(), Integer.MAX_VALUE);
                places.add(new Place(
                        token.getLine(),
                        token.getCharPositionInLine() + 1 + before + literal.length(),
                        before + literal.length() - token.getText().length()));
            }
        }
        return new DecimalLiterals(doubles.append(text.substring(end)).toString(), places);
    }

    /** Returns the engine's failure with the place that it has in the text as it was. */
    public QueryFailure placed(QueryFailure failure) {
        return failure.leftBy((line, column) -> longer(places, line, column));
    }

    /** Returns by how many places the text before a column of a line is longer. */
    private static int longer(List<Place> places, int line, int column) {
        return places.stream()
                .filter(place -> place.line() == line && place.column() <= column)
                .mapToInt(Place::longer)
                .reduce(0, (first, last) -> last);
    }
}
