package io.laguna.redshift.sql.text;

import java.util.ArrayList;
import java.util.List;

/** A list of nodes under construction, in the place of others. */
public final class Pieces {
    private final List<Node> nodes = new ArrayList<>();
    private final Token origin;

    private Pieces(Token origin) {
        this.origin = origin;
    }

    /** Returns an empty list that stands where a token stood: the blanks and comments before it are kept. */
    public static Pieces insteadOf(Node node) {
        return new Pieces(node.first());
    }

    /** Adds text of Laguna's own. */
    public Pieces text(String text) {
        nodes.add(Token.made(nodes.isEmpty() ? origin.lead() : "", text, origin.place()));
        return this;
    }

    /** Adds nodes as they are; in the first place, with the lead of what they stand for. */
    public Pieces nodes(List<? extends Node> others) {
        for (Node node : others) {
            node(node);
        }
        return this;
    }

    public Pieces node(Node node) {
        nodes.add(nodes.isEmpty() ? node.withLead(origin.lead()) : node);
        return this;
    }

    /** Adds nodes in round brackets, so that commas between them separate nothing outside. */
    public Pieces group(List<? extends Node> items) {
        nodes.add(new Group(
                Token.made(nodes.isEmpty() ? origin.lead() : "", "(", origin.place()),
                List.copyOf(items),
                Token.made("", ")", origin.place())));
        return this;
    }

    /** Adds an expression, in brackets unless it is a single node. */
    public Pieces operand(List<? extends Node> expression) {
        return expression.size() == 1 ? node(expression.get(0).withLead("")) : group(trimmed(expression));
    }

    /** Returns nodes without the blanks before the first. */
    public static List<Node> trimmed(List<? extends Node> expression) {
        List<Node> trimmed = new ArrayList<>(expression);
        if (!trimmed.isEmpty()) {
            trimmed.set(0, trimmed.get(0).withLead(""));
        }
        return trimmed;
    }

    public List<Node> list() {
        return List.copyOf(nodes);
    }
}
