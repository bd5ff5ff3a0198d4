package io.laguna.redshift.sql.query;

import io.laguna.redshift.sql.text.Node;
import java.util.List;

/**
 * A clause of a SELECT.
 *
 * @param kind its first keyword in lower case
 * @param keywords how many of its nodes are keywords
 * @param nodes all of it, with its keywords
 */
record Clause(String kind, int keywords, List<Node> nodes) {
    Clause {
        nodes = List.copyOf(nodes);
    }

    List<Node> body() {
        return nodes.subList(keywords, nodes.size());
    }
}
