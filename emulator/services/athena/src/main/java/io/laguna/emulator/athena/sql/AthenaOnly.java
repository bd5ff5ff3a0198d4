package io.laguna.emulator.athena.sql;

import java.util.List;
import java.util.Locale;
import org.antlr.v4.runtime.Token;

/**
 * The beginnings of statements that Athena's grammar has and Trino's has not.
 *
 * @see <a href="https://docs.aws.amazon.com/athena/latest/ug/athena-explain-statement.html">Using EXPLAIN and EXPLAIN ANALYZE</a>
 * @see <a href="https://docs.aws.amazon.com/athena/latest/ug/querying-udf.html">Query with user defined functions</a>
 */
final class AthenaOnly {
    private static final List<String> FORMATTED = List.of("EXPLAIN", "ANALYZE", "(", "FORMAT");
    private static final List<String> EXTERNAL = List.of("USING", "EXTERNAL");

    private AthenaOnly() {}

    /**
     * Returns a statement in Trino's grammar, each of whose words is where it was.
     *
     * @throws SyntaxFailure for a statement that Trino cannot run
     */
    static String inTrinosGrammar(String text) {
        List<Token> tokens = new TrinoText(text).tokens();
        List<String> words = tokens.stream()
                .limit(6)
                .map(token -> token.getText().toUpperCase(Locale.ROOT))
                .toList();
        if (startsWith(words, EXTERNAL)) {
            throw new SyntaxFailure(
                    "Not implemented by Laguna: USING EXTERNAL FUNCTION, functions of Lambda in queries");
        }
        if (!startsWith(words, FORMATTED) || words.size() < 6 || !words.get(5).equals(")")) {
            return text;
        }
        if (words.get(4).equals("JSON")) {
            throw new SyntaxFailure(
                    "Not implemented by Laguna: EXPLAIN ANALYZE (FORMAT JSON), which Trino does not have");
        }
        if (!words.get(4).equals("TEXT")) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text);
        int end = text.offsetByCodePoints(0, tokens.get(5).getStopIndex() + 1);
        for (int at = text.offsetByCodePoints(0, tokens.get(2).getStartIndex()); at < end; at++) {
            if (!Character.isWhitespace(plain.charAt(at))) {
                plain.setCharAt(at, ' ');
            }
        }
        return plain.toString();
    }

    private static boolean startsWith(List<String> words, List<String> beginning) {
        return words.size() >= beginning.size()
                && words.subList(0, beginning.size()).equals(beginning);
    }
}
