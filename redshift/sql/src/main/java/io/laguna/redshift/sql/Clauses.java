package io.laguna.redshift.sql;

import io.laguna.redshift.sql.text.Group;
import io.laguna.redshift.sql.text.Node;
import io.laguna.redshift.sql.text.SqlError;
import io.laguna.redshift.sql.text.Token;
import java.util.List;
import java.util.Set;

/**
 * The clauses that PostgreSQL has got since Redshift left it, or that Redshift wants to be complete: they are refused, since
 * they would fail on AWS.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/dg/c_unsupported-postgresql-features.html">Unsupported
 *     PostgreSQL features</a>
 */
final class Clauses {
    /** The functions that need a frame where rows have an order (page r_Window_function_synopsis). */
    private static final Set<String> FRAMED = Set.of(
            "avg",
            "count",
            "first_value",
            "last_value",
            "max",
            "min",
            "nth_value",
            "stddev",
            "stddev_pop",
            "stddev_samp",
            "sum",
            "var_pop",
            "var_samp",
            "variance");

    private Clauses() {}

    /** Fails at the first clause that Redshift's grammar has not. */
    static void check(List<Node> nodes) {
        boolean changes = !nodes.isEmpty() && nodes.get(0).is("insert", "update", "delete");
        for (int i = 0; i < nodes.size(); i++) {
            if (changes) {
                checkChange(nodes, i);
            }
            checkQuery(nodes, i);
            if (nodes.get(i) instanceof Group group) {
                checkGroup(nodes, i, group);
                check(group.items());
            }
        }
    }

    private static void checkChange(List<Node> nodes, int at) {
        Node node = nodes.get(at);
        boolean returning = node.is("returning") && !at(nodes, at - 1).isSign(".");
        boolean conflict = node.is("on") && at(nodes, at + 1).is("conflict");
        if (returning || conflict) {
            throw SqlError.near(node.first());
        }
    }

    private static void checkQuery(List<Node> nodes, int at) {
        Node node = nodes.get(at);
        Node next = at(nodes, at + 1);
        Node afterNext = at(nodes, at + 2);
        if (node.is("distinct") && next.is("on") && afterNext.isParenthesis()) {
            throw SqlError.unsupported(
                    "SELECT DISTINCT ON is not supported", next.first().place());
        }
        boolean lateral = node.is("lateral") && (next.isParenthesis() || (next.isName() && afterNext.isParenthesis()));
        boolean sample = node.is("tablesample") && next.isName() && afterNext.isParenthesis();
        if (lateral || sample) {
            throw SqlError.near(next.first());
        }
    }

    private static void checkGroup(List<Node> nodes, int at, Group group) {
        Node before = at(nodes, at - 1);
        if (before.is("filter") && at(nodes, at - 2).isParenthesis() && starts(group, "where")) {
            throw SqlError.near(group.open());
        }
        if (before.is("over") && isFramed(nodes, at - 2) && says(group, "order") && !says(group, "rows", "range")) {
            throw SqlError.unsupported(
                    "Aggregate window functions with an ORDER BY clause require a frame clause",
                    group.open().place());
        }
    }

    /** Tells whether the call that ends at a place is one of a function that needs a frame. */
    private static boolean isFramed(List<Node> nodes, int end) {
        int at = at(nodes, end).is("nulls") ? end - 2 : end;
        Node name = at(nodes, at - 1);
        return at(nodes, at).isParenthesis()
                && name.isName()
                && FRAMED.contains(name.first().name());
    }

    private static boolean says(Group group, String... words) {
        return group.items().stream().anyMatch(item -> item.is(words));
    }

    private static boolean starts(Group group, String word) {
        return !group.items().isEmpty() && group.items().get(0).is(word);
    }

    private static Node at(List<Node> nodes, int at) {
        return at >= 0 && at < nodes.size() ? nodes.get(at) : Token.made("", "", 0);
    }
}
