package io.laguna.redshift.sql.text;

import java.util.ArrayList;
import java.util.List;

/** Nodes between an opening and a closing bracket, or the body of a procedure between its dollars. */
public record Group(Token open, List<Node> items, Token close) implements Node {
    public Group {
        items = List.copyOf(items);
    }

    @Override
    public Token first() {
        return open;
    }

    @Override
    public Group withLead(String lead) {
        return new Group(open.withLead(lead), items, close);
    }

    public Group withItems(List<Node> others) {
        return new Group(open, others, close);
    }

    /** Returns the items between the commas; none when the group is empty. */
    public List<List<Node>> list() {
        return items.isEmpty() ? List.of() : split(items);
    }

    /** Returns the runs of nodes between the commas. */
    public static List<List<Node>> split(List<Node> nodes) {
        List<List<Node>> parts = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < nodes.size(); i++) {
            if (nodes.get(i).isSign(",")) {
                parts.add(List.copyOf(nodes.subList(from, i)));
                from = i + 1;
            }
        }
        parts.add(List.copyOf(nodes.subList(from, nodes.size())));
        return List.copyOf(parts);
    }
}
