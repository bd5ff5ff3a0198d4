package io.laguna.redshift.sql.query;

import io.laguna.redshift.sql.text.Node;
import java.util.ArrayList;
import java.util.List;

/** The conditions of a WHERE between its ANDs. */
final class Conjuncts {
    private Conjuncts() {}

    static List<List<Node>> of(List<Node> condition) {
        List<List<Node>> parts = new ArrayList<>();
        int from = 0;
        boolean between = false;
        for (int i = 0; i < condition.size(); i++) {
            Node node = condition.get(i);
            if (node.is("between")) {
                between = true;
            } else if (node.is("and") && between) {
                between = false;
            } else if (node.is("and")) {
                parts.add(condition.subList(from, i));
                from = i + 1;
            }
        }
        parts.add(condition.subList(from, condition.size()));
        return parts.stream().filter(part -> !part.isEmpty()).toList();
    }
}
