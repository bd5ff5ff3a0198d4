package io.laguna.emulator.glue.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lexer, which cuts an expression into tokens. */
final class Lexer {
    private static final Pattern TOKEN = Pattern.compile("\\s+"
            + "|(?<text>'(?:[^']|'')*')"
            + "|(?<double>\"(?:[^\"]|\"\")*\")"
            + "|(?<name>`[^`]+`)"
            + "|(?<number>[0-9]+(?:\\.[0-9]*)?(?:[eE][+-]?[0-9]+)?|\\.[0-9]+)[lLdDfF]?(?![\\p{Alnum}_])"
            + "|(?<word>[\\p{L}_$@#][\\p{L}\\p{N}_$@#-]*(?:\\.[\\p{L}_][\\p{L}\\p{N}_]*)*|[0-9]+[\\p{L}_][\\p{L}\\p{N}_]*)"
            + "|(?<symbol><=>|<>|!=|<=|>=|==|[=<>(),+-])");

    private Lexer() {}

    static List<Token> tokens(String expression) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(expression);
        int position = 0;
        while (position < expression.length()) {
            if (!matcher.find(position) || matcher.start() != position) {
                throw new InvalidExpressionException("Unexpected character '"
                        + Character.toString(expression.codePointAt(position)) + "' at position " + (position + 1)
                        + " of expression: " + expression);
            }
            add(tokens, matcher, position + 1);
            position = matcher.end();
        }
        tokens.add(new Token(Token.Kind.END, "", expression.length() + 1));
        return tokens;
    }

    private static void add(List<Token> tokens, Matcher matcher, int position) {
        if (matcher.group("text") != null) {
            tokens.add(new Token(Token.Kind.TEXT, unquoted(matcher.group("text"), "'"), position));
        } else if (matcher.group("double") != null) {
            tokens.add(new Token(Token.Kind.DOUBLE_QUOTED, unquoted(matcher.group("double"), "\""), position));
        } else if (matcher.group("name") != null) {
            tokens.add(new Token(Token.Kind.QUOTED_NAME, unquoted(matcher.group("name"), "`"), position));
        } else if (matcher.group("number") != null) {
            tokens.add(new Token(Token.Kind.NUMBER, matcher.group("number"), position));
        } else if (matcher.group("word") != null) {
            tokens.add(new Token(Token.Kind.WORD, matcher.group("word"), position));
        } else if (matcher.group("symbol") != null) {
            tokens.add(new Token(Token.Kind.SYMBOL, matcher.group("symbol"), position));
        }
    }

    private static String unquoted(String quoted, String quote) {
        return quoted.substring(1, quoted.length() - 1).replace(quote + quote, quote);
    }
}
