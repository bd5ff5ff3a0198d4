package io.laguna.redshift.sql.text;

import java.util.List;
import java.util.Optional;

/** A place in a list of nodes that moves forward while a statement is read. */
public final class Cursor {
    private final List<Node> nodes;
    private final Token end;
    private int at;

    /**
     * Creates a cursor at the first node.
     *
     * @param end the token after the last node, for errors
     */
    public Cursor(List<Node> nodes, Token end) {
        this.nodes = List.copyOf(nodes);
        this.end = end;
    }

    /** Returns a cursor in a group. */
    public static Cursor in(Group group) {
        return new Cursor(group.items(), group.close());
    }

    public int at() {
        return at;
    }

    public void moveTo(int place) {
        at = place;
    }

    public boolean ended() {
        return at >= nodes.size();
    }

    /** Returns the next node without passing it; at the end, the end. */
    public Node peek() {
        return peek(0);
    }

    public Node peek(int ahead) {
        return at + ahead < nodes.size() ? nodes.get(at + ahead) : end;
    }

    public Node next() {
        if (ended()) {
            throw SqlError.near(end());
        }
        return nodes.get(at++);
    }

    /** Returns the place of the next node. */
    public int place() {
        return peek().first().place();
    }

    public List<Node> rest() {
        return nodes.subList(Math.min(at, nodes.size()), nodes.size());
    }

    public List<Node> between(int from, int to) {
        return nodes.subList(from, to);
    }

    public List<Node> all() {
        return nodes;
    }

    /** Tells whether these words come next. */
    public boolean sees(String... words) {
        for (int i = 0; i < words.length; i++) {
            if (!peek(i).is(words[i])) {
                return false;
            }
        }
        return true;
    }

    /** Passes these words if they come next. */
    public boolean takes(String... words) {
        boolean seen = sees(words);
        at += seen ? words.length : 0;
        return seen;
    }

    public boolean takesSign(String sign) {
        boolean seen = peek().isSign(sign);
        at += seen ? 1 : 0;
        return seen;
    }

    /** Passes these words, or fails. */
    public void expect(String... words) {
        for (String word : words) {
            if (!takes(word)) {
                throw unexpected();
            }
        }
    }

    /** Passes the end, or fails. */
    public void expectEnd() {
        if (!ended()) {
            throw unexpected();
        }
    }

    public SqlError unexpected() {
        return SqlError.near(ended() ? end() : peek().first());
    }

    /** Returns the token after the last node. */
    public Token end() {
        return end;
    }

    /** Passes an identifier and returns its name. */
    public String name() {
        if (!peek().isName()) {
            throw unexpected();
        }
        return ((Token) next()).name();
    }

    /** Passes a name with dots. */
    public QualifiedName qualifiedName() {
        int from = at;
        if (!peek().isName() && !peek().isOf(Kind.PARAMETER)) {
            throw unexpected();
        }
        at++;
        while (peek().isSign(".") && (peek(1).isName() || peek(1).isOf(Kind.PARAMETER))) {
            at += 2;
        }
        return QualifiedName.of(nodes.subList(from, at));
    }

    /** Passes a string and returns its value. */
    public String string() {
        return maybeString().orElseThrow(this::unexpected);
    }

    /** Passes a string if one comes next. */
    public Optional<String> maybeString() {
        if (peek().isOf(Kind.STRING) || peek().isOf(Kind.DOLLARS)) {
            return Optional.of(((Token) next()).value());
        }
        return Optional.empty();
    }

    /** Passes a whole number without a sign. */
    public long number() {
        try {
            if (peek().isOf(Kind.NUMBER)) {
                long number = Long.parseLong(peek().first().text());
                at++;
                return number;
            }
        } catch (NumberFormatException e) {
            throw SqlError.near(peek().first());
        }
        throw unexpected();
    }

    /** Passes a group in round brackets. */
    public Group group() {
        return maybeGroup().orElseThrow(this::unexpected);
    }

    /** Passes a group in round brackets if one comes next. */
    public Optional<Group> maybeGroup() {
        if (peek() instanceof Group group && group.isParenthesis()) {
            at++;
            return Optional.of(group);
        }
        return Optional.empty();
    }
}
