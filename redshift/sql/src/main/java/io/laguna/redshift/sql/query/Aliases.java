package io.laguna.redshift.sql.query;

import io.laguna.redshift.sql.text.Group;
import io.laguna.redshift.sql.text.Kind;
import io.laguna.redshift.sql.text.Node;
import io.laguna.redshift.sql.text.Pieces;
import io.laguna.redshift.sql.text.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Aliases of a select list in places where PostgreSQL knows none: Redshift allows an alias right after its definition in the
 * same list, and in WHERE, GROUP BY, HAVING and QUALIFY.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/dg/r_SELECT_list.html">SELECT list</a>
 */
public final class Aliases {
    private Aliases() {}

    /** Returns an expression in which names that stand alone are replaced by expressions in brackets. */
    static List<Node> replaced(List<Node> nodes, Map<String, List<Node>> aliases) {
        List<Node> result = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            Node node = nodes.get(i);
            if (node instanceof Group group) {
                result.add(isQuery(group) ? group : group.withItems(replaced(group.items(), aliases)));
            } else if (standsAlone(nodes, i) && aliases.containsKey(node.first().name())) {
                List<Node> expression = aliases.get(node.first().name());
                result.addAll(
                        Pieces.insteadOf(node).group(Pieces.trimmed(expression)).list());
            } else {
                result.add(node);
            }
        }
        return result;
    }

    private static boolean isQuery(Group group) {
        return !group.items().isEmpty() && group.items().get(0).is("select", "with");
    }

    private static boolean standsAlone(List<Node> nodes, int at) {
        Node next = at + 1 < nodes.size() ? nodes.get(at + 1) : Token.made("", "", 0);
        return nodes.get(at).isName()
                && !(at > 0
                        && (nodes.get(at - 1).isSign(".") || nodes.get(at - 1).is("as")))
                && !next.isSign(".")
                && !next.isParenthesis();
    }

    /**
     * Returns a statement in which a name that PostgreSQL does not know as a column is replaced by what it is the alias of,
     * in every SELECT that has such an alias.
     */
    public static List<Node> resolved(List<Node> nodes, String name) {
        List<Node> result = new ArrayList<>();
        int at = 0;
        while (at < nodes.size()) {
            Node node = nodes.get(at);
            if (node.is("select") && !(at > 0 && nodes.get(at - 1).isSign("."))) {
                Select select = Select.read(nodes, at);
                result.addAll(inGroups(resolved(select, name), name));
                at += select.length();
            } else {
                result.addAll(inGroups(List.of(node), name));
                at++;
            }
        }
        return result;
    }

    private static List<Node> inGroups(List<Node> nodes, String name) {
        return nodes.stream()
                .map(node -> node instanceof Group group ? group.withItems(resolved(group.items(), name)) : node)
                .toList();
    }

    private static List<Node> resolved(Select select, String name) {
        Map<String, List<Node>> aliases = new HashMap<>();
        List<Node> result = new ArrayList<>();
        for (Clause clause : select.clauses()) {
            switch (clause.kind()) {
                case "select" -> result.addAll(list(clause, name, aliases));
                case "where", "having", "group", "qualify" -> result.addAll(replaced(clause.nodes(), aliases));
                default -> result.addAll(clause.nodes());
            }
        }
        return result;
    }

    private static List<Node> list(Clause clause, String name, Map<String, List<Node>> aliases) {
        List<Node> result = new ArrayList<>();
        List<List<Node>> items = Group.split(clause.nodes());
        for (int i = 0; i < items.size(); i++) {
            List<Node> item = replaced(items.get(i), aliases);
            result.addAll(item);
            if (i + 1 < items.size()) {
                result.add(new Token(
                        Kind.PUNCTUATION,
                        "",
                        ",",
                        item.isEmpty() ? 0 : item.get(0).first().place()));
            }
            List<Node> nodes = i == 0 ? withoutHead(item) : item;
            if (!nodes.isEmpty()) {
                Item read = Item.read(nodes);
                read.alias().filter(name::equals).ifPresent(alias -> aliases.put(alias, read.expression()));
            }
        }
        return result;
    }

    private static List<Node> withoutHead(List<Node> item) {
        List<List<Node>> items = SelectList.read(item).items();
        return items.isEmpty() ? List.of() : items.get(0);
    }
}
