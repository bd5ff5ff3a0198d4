package io.laguna.redshift.sql.text;

import java.util.ArrayList;
import java.util.List;

/** A reader of brackets: tokens in, a tree out. */
public final class Tree {
    private static final int DEEPEST = 1_000;

    private final List<Token> tokens;
    private int depth;
    private int at;

    private Tree(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** Returns the nodes of a statement, whose last token is its end. */
    public static List<Node> of(List<Token> tokens) {
        return new Tree(tokens).read("");
    }

    private List<Node> read(String close) {
        List<Node> nodes = new ArrayList<>();
        while (true) {
            Token token = tokens.get(at);
            boolean sign = token.kind() == Kind.PUNCTUATION;
            boolean closes = sign && (token.text().equals(")") || token.text().equals("]"));
            if (closes || token.kind() == Kind.END) {
                boolean ends = close.isEmpty()
                        ? token.kind() == Kind.END
                        : sign && token.text().equals(close);
                if (!ends) {
                    throw SqlError.near(token);
                }
                return nodes;
            }
            at++;
            if (sign && (token.text().equals("(") || token.text().equals("["))) {
                depth++;
                if (depth > DEEPEST) {
                    throw SqlError.of("54001", "stack depth limit exceeded", token.place());
                }
                List<Node> items = read(token.text().equals("(") ? ")" : "]");
                nodes.add(new Group(token, items, tokens.get(at)));
                at++;
                depth--;
            } else {
                nodes.add(token);
            }
        }
    }
}
