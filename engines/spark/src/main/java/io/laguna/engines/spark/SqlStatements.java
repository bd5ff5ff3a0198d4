package io.laguna.engines.spark;

import java.util.ArrayList;
import java.util.List;

/**
 * A script as its statements: text between semicolons, where one in a literal, a quoted name or a comment separates
 * nothing. Comments may hold comments, as Spark's grammar has it.
 *
 * @see <a href="https://spark.apache.org/docs/3.5.5/sql-distributed-sql-engine-spark-sql-cli.html">The Spark SQL CLI</a>
 */
final class SqlStatements {
    private final String script;
    private final List<String> statements = new ArrayList<>();
    private int begin;
    private boolean empty = true;

    private SqlStatements(String script) {
        this.script = script;
    }

    /** Returns the statements of a script, without those that are only blanks and comments. */
    static List<String> in(String script) {
        SqlStatements read = new SqlStatements(script);
        read.read();
        return List.copyOf(read.statements);
    }

    private void read() {
        int at = 0;
        while (at < script.length()) {
            char next = script.charAt(at);
            if (next == ';') {
                end(at);
                at++;
            } else if (script.startsWith("--", at)) {
                at = endOfLine(at);
            } else if (script.startsWith("/*", at)) {
                // A hint is no comment, but never stands alone either.
                at = endOfComment(at);
            } else if (next == '\'' || next == '"' || next == '`') {
                empty = false;
                at = endOfQuoted(at, next);
            } else {
                empty = empty && Character.isWhitespace(next);
                at++;
            }
        }
        end(script.length());
    }

    private void end(int at) {
        if (!empty) {
            statements.add(script.substring(begin, at).strip());
        }
        begin = at + 1;
        empty = true;
    }

    private int endOfLine(int at) {
        int end = script.indexOf('\n', at);
        return end < 0 ? script.length() : end;
    }

    private int endOfComment(int from) {
        int depth = 0;
        int at = from;
        while (at < script.length()) {
            if (script.startsWith("/*", at)) {
                depth++;
                at += 2;
            } else if (script.startsWith("*/", at)) {
                depth--;
                at += 2;
                if (depth == 0) {
                    return at;
                }
            } else {
                at++;
            }
        }
        return at;
    }

    private int endOfQuoted(int from, char quote) {
        int at = from + 1;
        while (at < script.length() && script.charAt(at) != quote) {
            at += quote != '`' && script.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(at + 1, script.length());
    }
}
