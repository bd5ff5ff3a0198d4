package io.laguna.redshift.sql.query;

import io.laguna.redshift.sql.text.Group;
import io.laguna.redshift.sql.text.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The rewriting of GROUP BY ALL: the places of the items without an aggregate and without a window. */
final class Aggregation {
    private static final Set<String> AGGREGATES = Set.of(
            "any_value",
            "avg",
            "bit_and",
            "bit_or",
            "bool_and",
            "bool_or",
            "count",
            "listagg",
            "max",
            "median",
            "min",
            "percentile_cont",
            "percentile_disc",
            "stddev",
            "stddev_samp",
            "stddev_pop",
            "sum",
            "variance",
            "var_samp",
            "var_pop",
            "hll");

    private Aggregation() {}

    static String places(List<List<Node>> items) {
        List<String> places = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            if (!aggregates(items.get(i))) {
                places.add(Integer.toString(i + 1));
            }
        }
        return String.join(", ", places);
    }

    private static boolean aggregates(List<Node> nodes) {
        for (int i = 0; i < nodes.size(); i++) {
            Node node = nodes.get(i);
            boolean call = node.isName()
                    && i + 1 < nodes.size()
                    && nodes.get(i + 1).isParenthesis()
                    && AGGREGATES.contains(node.first().name());
            if (call || node.is("over") || (node instanceof Group group && aggregates(group.items()))) {
                return true;
            }
        }
        return false;
    }
}
