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
     */
    record Place(int line, int column) {}

    /** Returns a text with its decimal literals as doubles. */
    public static DecimalLiterals asDoubles(String text) {
        if (!POINT.matcher(text).find()) {
            return new DecimalLiterals(text, List.of());
        }
        StringBuilder doubles = new StringBuilder(text);
        List<Place> places = new ArrayList<>();
        int longer = 0;
        int inLine = 0;
        for (Token token : new TrinoText(text).tokens()) {
            if (token.getType() == SqlBaseLexer.DECIMAL_VALUE) {
                boolean sameLine =
                        !places.isEmpty() && places.get(places.size() - 1).line() == token.getLine();
                inLine = sameLine ? inLine : 0;
                int length = token.getText().length();
                doubles.insert(text.offsetByCodePoints(0, token.getStopIndex() + 1) + longer, EXPONENT);
                places.add(new Place(token.getLine(), token.getCharPositionInLine() + 1 + length + inLine));
                longer += EXPONENT.length();
                inLine += EXPONENT.length();
            }
        }
        return new DecimalLiterals(doubles.toString(), places);
    }

    /** Returns the engine's failure with the place that it has in the text as it was. */
    public QueryFailure placed(QueryFailure failure) {
        return failure.leftBy((line, column) -> EXPONENT.length()
                * (int) places.stream()
                        .filter(place -> place.line() == line && place.column() < column)
                        .count());
    }
}
