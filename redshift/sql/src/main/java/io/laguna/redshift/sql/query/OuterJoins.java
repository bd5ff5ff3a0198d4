package io.laguna.redshift.sql.query;

import io.laguna.redshift.sql.text.Cursor;
import io.laguna.redshift.sql.text.Group;
import io.laguna.redshift.sql.text.Node;
import io.laguna.redshift.sql.text.Pieces;
import io.laguna.redshift.sql.text.SqlError;
import io.laguna.redshift.sql.text.Token;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The rewriting of the outer joins of Oracle's, {@code a.x = b.x(+)}, as LEFT JOIN: a condition with the operator goes to
 * the join of the table whose columns have it.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/dg/r_WHERE_oracle_outer.html">Oracle-style outer joins</a>
 */
final class OuterJoins {
    private final Scope scope;
    private final Token end;
    private final Map<String, List<Node>> relations = new LinkedHashMap<>();
    private final Map<String, Relation> read = new LinkedHashMap<>();
    private final Map<String, List<List<Node>>> conditions = new LinkedHashMap<>();
    private final List<List<Node>> filters = new ArrayList<>();

    private OuterJoins(Scope scope, Token end) {
        this.scope = scope;
        this.end = end;
    }

    static Select rewrite(Select select, Scope scope, Token end) {
        return marks(select.body("where")) ? new OuterJoins(scope, end).rewrite(select) : select;
    }

    /** Tells whether a condition has the operator. */
    static boolean marks(List<Node> nodes) {
        return nodes.stream().anyMatch(node -> isMark(node) || (node instanceof Group group && marks(group.items())));
    }

    private static boolean isMark(Node node) {
        return node instanceof Group group
                && group.items().size() == 1
                && group.items().get(0).isSign("+");
    }

    private Select rewrite(Select select) {
        Clause from = select.clause("from").orElseThrow(() -> SqlError.near(end));
        Clause where = select.clause("where").orElseThrow();
        for (List<Node> item : Group.split(from.body())) {
            if (item.stream().anyMatch(node -> node.is("join"))) {
                throw SqlError.unsupported(
                        "Outer join operator (+) is not allowed in a query with joins in its FROM clause",
                        from.nodes().get(0).first().place());
            }
            Relation relation = Relation.read(new Cursor(item, end)).orElseThrow(() -> SqlError.near(end));
            String name = relation.qualifier().orElseThrow(() -> SqlError.near(end));
            relations.put(name, item);
            read.put(name, relation);
        }
        Conjuncts.of(where.body()).forEach(this::sort);
        List<Node> nodes = from(from);
        Select joined = select.with(new Clause("from", 1, nodes));
        return joined.with(new Clause("where", filters.isEmpty() ? 0 : 1, where(where)));
    }

    /** Puts a condition to the join it belongs to, or to the WHERE. */
    private void sort(List<Node> condition) {
        if (!marks(condition)) {
            filters.add(condition);
            return;
        }
        boolean alternative = condition.stream().anyMatch(node -> node.is("or", "in"));
        boolean inBrackets = condition.stream()
                .anyMatch(node -> node instanceof Group group
                        && marks(group.items())
                        && group.items().stream().anyMatch(inner -> inner.is("or", "in")));
        if (alternative || inBrackets) {
            throw SqlError.unsupported(
                    "Outer join operator (+) not allowed in operand of OR or IN.",
                    condition.get(0).first().place());
        }
        Set<String> optional = new LinkedHashSet<>();
        List<Node> plain = withoutMarks(condition, optional);
        if (optional.size() != 1) {
            throw SqlError.unsupported(
                    "A table may be outer joined to at most one other table.",
                    condition.get(0).first().place());
        }
        conditions
                .computeIfAbsent(optional.iterator().next(), table -> new ArrayList<>())
                .add(plain);
    }

    private List<Node> withoutMarks(List<Node> nodes, Set<String> optional) {
        List<Node> plain = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            Node node = nodes.get(i);
            if (isMark(node) && i > 0) {
                optional.add(table(nodes, i - 1));
            } else if (node instanceof Group group) {
                plain.add(group.withItems(withoutMarks(group.items(), optional)));
            } else {
                plain.add(node);
            }
        }
        return plain;
    }

    /** Returns the table of a column. */
    private String table(List<Node> nodes, int column) {
        Token name = nodes.get(column).first();
        if (column > 1 && nodes.get(column - 1).isSign(".")) {
            String table = nodes.get(column - 2).first().name();
            if (relations.containsKey(table)) {
                return table;
            }
        }
        OutputColumns columns = new OutputColumns(scope, end);
        return read.entrySet().stream()
                .filter(entry -> columns.ofRelation(entry.getValue())
                        .filter(names -> names.contains(name.name()))
                        .isPresent())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> SqlError.of("42703", "column \"" + name.name() + "\" does not exist", name.place()));
    }

    /** Returns FROM with the tables that keep their rows first, and each other one after those that it is joined to. */
    private List<Node> from(Clause from) {
        Pieces pieces = Pieces.insteadOf(from.nodes().get(0)).node(from.nodes().get(0));
        boolean first = true;
        for (Map.Entry<String, List<Node>> relation : relations.entrySet()) {
            if (!conditions.containsKey(relation.getKey())) {
                pieces.text(first ? " " : " CROSS JOIN ").nodes(Pieces.trimmed(relation.getValue()));
                first = false;
            }
        }
        Set<String> waiting = new LinkedHashSet<>(conditions.keySet());
        while (!waiting.isEmpty()) {
            Optional<String> next = waiting.stream()
                    .filter(table -> waiting.stream()
                            .noneMatch(other -> !other.equals(table) && mentions(conditions.get(table), other)))
                    .findFirst();
            if (next.isEmpty() || first) {
                throw SqlError.unsupported(
                        "Tables are outer joined to each other.",
                        from.nodes().get(0).first().place());
            }
            String table = next.get();
            pieces.text(" LEFT JOIN ")
                    .nodes(Pieces.trimmed(relations.get(table)))
                    .text(" ON ");
            pieces.nodes(and(conditions.get(table)));
            waiting.remove(table);
        }
        return pieces.list();
    }

    private static boolean mentions(List<List<Node>> parts, String table) {
        return parts.stream().anyMatch(nodes -> mention(nodes, table));
    }

    private static boolean mention(List<Node> nodes, String table) {
        for (int i = 0; i < nodes.size(); i++) {
            boolean qualifies = nodes.get(i).isName()
                    && i + 1 < nodes.size()
                    && nodes.get(i + 1).isSign(".")
                    && nodes.get(i).first().name().equals(table);
            if (qualifies || (nodes.get(i) instanceof Group group && mention(group.items(), table))) {
                return true;
            }
        }
        return false;
    }

    private List<Node> where(Clause where) {
        if (filters.isEmpty()) {
            return List.of();
        }
        Node keyword = where.nodes().get(0);
        return Pieces.insteadOf(keyword)
                .node(keyword)
                .text(" ")
                .nodes(and(filters))
                .list();
    }

    private List<Node> and(List<List<Node>> parts) {
        Pieces pieces = Pieces.insteadOf(Token.made("", "", end.place()));
        for (int i = 0; i < parts.size(); i++) {
            pieces.text(i == 0 ? "" : " AND ").nodes(Pieces.trimmed(parts.get(i)));
        }
        return pieces.list();
    }
}
