package io.laguna.redshift.sql.query;

import io.laguna.redshift.sql.text.Group;
import io.laguna.redshift.sql.text.Kind;
import io.laguna.redshift.sql.text.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A select list.
 *
 * @param head SELECT with ALL or DISTINCT and its brackets
 * @param top the number after TOP
 * @param items the items
 * @param excluded the names after EXCLUDE
 */
record SelectList(List<Node> head, Optional<Node> top, List<List<Node>> items, List<String> excluded) {
    static SelectList read(List<Node> nodes) {
        int at = 1;
        if (at < nodes.size() && nodes.get(at).is("all", "distinct")) {
            at++;
            if (at + 1 < nodes.size()
                    && nodes.get(at).is("on")
                    && nodes.get(at + 1).isParenthesis()) {
                at += 2;
            }
        }
        List<Node> head = new ArrayList<>(nodes.subList(0, at));
        Optional<Node> top = Optional.empty();
        if (at + 1 < nodes.size() && nodes.get(at).is("top") && isNumber(nodes.get(at + 1))) {
            top = Optional.of(nodes.get(at + 1));
            at += 2;
            if (at < nodes.size() && nodes.get(at).is("all", "distinct")) {
                head.add(nodes.get(at));
                at++;
            }
        }
        int exclude = exclude(nodes, at);
        List<Node> list = nodes.subList(at, exclude < 0 ? nodes.size() : exclude);
        List<String> excluded = exclude < 0 ? List.of() : names(nodes.subList(exclude + 1, nodes.size()));
        return new SelectList(head, top, list.isEmpty() ? List.of() : Group.split(list), excluded);
    }

    private static boolean isNumber(Node node) {
        return node.isOf(Kind.NUMBER)
                || node.isOf(Kind.PARAMETER)
                || (node instanceof Group group
                        && group.items().size() == 1
                        && isNumber(group.items().get(0)));
    }

    private static int exclude(List<Node> nodes, int from) {
        for (int i = from + 1; i + 1 < nodes.size(); i++) {
            if (nodes.get(i).is("exclude") && (nodes.get(i - 1).isSign("*") || i > from + 1)) {
                return i;
            }
        }
        return -1;
    }

    private static List<String> names(List<Node> nodes) {
        List<Node> list = nodes.size() == 1 && nodes.get(0) instanceof Group group ? group.items() : nodes;
        return Group.split(list).stream()
                .filter(name -> !name.isEmpty())
                .map(name -> name.get(name.size() - 1).first().name())
                .toList();
    }

    boolean isDistinct() {
        return head.stream().anyMatch(node -> node.is("distinct"));
    }
}
