package io.laguna.emulator.athena.ddl.words;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.antlr.v4.runtime.Token;
import org.apache.spark.sql.catalyst.parser.SqlBaseLexer;

/** The tokens of a statement, without space, comments and closing semicolons. */
public record Words(List<Token> tokens) {
    public static Words of(String statement) {
        SqlBaseLexer lexer = new SqlBaseLexer(new FoldedText(statement));
        lexer.removeErrorListeners();
        List<Token> visible = lexer.getAllTokens().stream()
                .filter(token -> token.getChannel() == Token.DEFAULT_CHANNEL)
                .collect(Collectors.toList());
        while (!visible.isEmpty() && visible.get(visible.size() - 1).getType() == SqlBaseLexer.SEMICOLON) {
            visible.remove(visible.size() - 1);
        }
        return new Words(List.copyOf(visible));
    }

    public int size() {
        return tokens.size();
    }

    public Token get(int index) {
        return tokens.get(index);
    }

    /** Tells whether these keywords, in upper case and separated by single spaces, come at that place. */
    public boolean are(int start, String keywords) {
        String[] wanted = keywords.split(" ", -1);
        return start + wanted.length <= size()
                && IntStream.range(0, wanted.length).allMatch(i -> is(start + i, wanted[i]));
    }

    public boolean startWith(String keywords) {
        return are(0, keywords);
    }

    /** Returns the place of the first such keyword from there on that is not in parentheses. */
    public OptionalInt outside(int start, String keyword) {
        int depth = 0;
        for (int i = start; i < size(); i++) {
            int type = get(i).getType();
            if (type == SqlBaseLexer.LEFT_PAREN) {
                depth++;
            } else if (type == SqlBaseLexer.RIGHT_PAREN) {
                depth--;
            } else if (depth == 0 && is(i, keyword)) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    private boolean is(int index, String keyword) {
        return get(index).getText().toUpperCase(Locale.ROOT).equals(keyword);
    }

    public Words without(int from, int to) {
        return new Words(IntStream.range(0, size())
                .filter(i -> i < from || i >= to)
                .mapToObj(this::get)
                .toList());
    }

    public Words part(int from, int to) {
        return new Words(tokens.subList(from, to));
    }
}
