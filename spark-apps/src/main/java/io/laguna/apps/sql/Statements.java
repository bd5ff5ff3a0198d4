package io.laguna.apps.sql;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A script as its statements: text between semicolons, where one in a literal, a quoted name or a comment separates
 * nothing.
 *
 * @see <a href="https://spark.apache.org/docs/3.5.5/sql-ref-literals.html">Literals</a>
 * @see <a href="https://spark.apache.org/docs/3.5.5/sql-distributed-sql-engine-spark-sql-cli.html">Comments and semicolons</a>
 */
final class Statements {

    /**
     * The pieces of a script that may hold a semicolon which does not count. A piece that is never closed reaches to
     * the end of the script, and Spark refuses it.
     */
    private static final Pattern PIECE = Pattern.compile(
            """
            (?<comment>--[^\\n]*|/\\*(?s:.*?)(?:\\*/|\\z))\
            |'(?:[^'\\\\]|\\\\(?s:.))*+(?:'|\\z)\
            |"(?:[^"\\\\]|\\\\(?s:.))*+(?:"|\\z)\
            |`[^`]*+(?:`|\\z)\
            |(?<end>;)\
            |(?s:.)""");

    private Statements() {}

    static List<String> in(String script) {
        Stream.Builder<String> statements = Stream.builder();
        StringBuilder statement = new StringBuilder();
        boolean empty = true;
        Matcher piece = PIECE.matcher(script);
        while (piece.find()) {
            if (piece.group("end") != null) {
                if (!empty) {
                    statements.add(statement.toString().strip());
                }
                statement.setLength(0);
                empty = true;
            } else {
                statement.append(piece.group());
                empty = empty
                        && (piece.group("comment") != null || piece.group().isBlank());
            }
        }
        if (!empty) {
            statements.add(statement.toString().strip());
        }
        return statements.build().toList();
    }
}
