package io.laguna.redshift.sql.query;

import io.laguna.redshift.sql.text.Cursor;
import io.laguna.redshift.sql.text.Group;
import io.laguna.redshift.sql.text.Names;
import io.laguna.redshift.sql.text.Node;
import io.laguna.redshift.sql.text.Pieces;
import io.laguna.redshift.sql.text.SqlError;
import io.laguna.redshift.sql.text.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rewriting of CONNECT BY as a recursive query whose rows are the table's rows with their level.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/dg/r_CONNECT_BY_clause.html">CONNECT BY clause</a>
 */
final class Hierarchy {
    private final Select select;
    private final Token place;
    private final List<Node> relation;
    private final String name;

    private Hierarchy(Select select, Token end) {
        this.select = select;
        this.place = select.clause("connect")
                .or(() -> select.clause("start"))
                .orElseThrow()
                .nodes()
                .get(0)
                .first();
        this.relation = select.body("from");
        Relation read = relation.isEmpty()
                ? new Relation(Optional.empty(), Optional.empty(), Optional.empty(), List.of())
                : Relation.read(new Cursor(relation, end)).orElseThrow(() -> SqlError.near(end));
        boolean single = read.name().isPresent()
                && Group.split(relation).size() == 1
                && relation.stream().noneMatch(node -> node.is("join"));
        if (!single || select.clause("connect").isEmpty()) {
            throw SqlError.unsupported(
                    "CONNECT BY over anything but one table or view is not implemented by Laguna: use WITH RECURSIVE",
                    place.place());
        }
        this.name = read.qualifier().orElseThrow();
    }

    static Select rewrite(Select select, Token end) {
        boolean said =
                select.clause("connect").isPresent() || select.clause("start").isPresent();
        return said ? new Hierarchy(select, end).rewrite() : select;
    }

    private Select rewrite() {
        String row = Names.quoted(name);
        List<Node> connect = inside(select.body("connect"));
        Pieces pieces = Pieces.insteadOf(
                        select.clause("from").orElseThrow().nodes().get(0))
                .text("FROM (WITH RECURSIVE laguna_h AS (SELECT " + row + " AS laguna_row, CASE WHEN false THEN " + row
                        + " END AS laguna_parent, 1 AS laguna_level FROM")
                .nodes(relation);
        if (!select.body("start").isEmpty()) {
            pieces.text(" WHERE").nodes(select.body("start"));
        }
        pieces.text(" UNION ALL SELECT " + row + ", laguna_h.laguna_row, laguna_h.laguna_level + 1 FROM")
                .nodes(relation)
                .text(" CROSS JOIN laguna_h WHERE")
                .nodes(connect)
                .text(") SELECT * FROM laguna_h) laguna_h CROSS JOIN LATERAL (SELECT (laguna_h.laguna_row).*) " + row);
        List<Clause> clauses = new ArrayList<>();
        for (Clause clause : select.clauses()) {
            switch (clause.kind()) {
                case "from" -> clauses.add(new Clause("from", 1, pieces.list()));
                case "connect", "start" -> {}
                case "select" -> clauses.add(new Clause("select", 1, starred(outside(clause.nodes()))));
                default -> clauses.add(new Clause(clause.kind(), clause.keywords(), outside(clause.nodes())));
            }
        }
        return new Select(inOrder(clauses), select.length());
    }

    /** Returns clauses with WHERE right after FROM: it may be written behind CONNECT BY. */
    private static List<Clause> inOrder(List<Clause> clauses) {
        List<Clause> ordered = new ArrayList<>(clauses);
        clauses.stream()
                .filter(clause -> clause.kind().equals("where"))
                .findFirst()
                .ifPresent(where -> {
                    ordered.remove(where);
                    int from = 0;
                    while (!ordered.get(from).kind().equals("from")) {
                        from++;
                    }
                    ordered.add(from + 1, where);
                });
        return ordered;
    }

    /** Returns the condition between a row and the one before it. */
    private List<Node> inside(List<Node> nodes) {
        return replaced(nodes, "(laguna_h.laguna_row).", "(laguna_h.laguna_level + 1)");
    }

    private List<Node> outside(List<Node> nodes) {
        return replaced(nodes, "(laguna_h.laguna_parent).", "laguna_h.laguna_level");
    }

    private List<Node> replaced(List<Node> nodes, String prior, String level) {
        List<Node> result = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            Node node = nodes.get(i);
            boolean alone =
                    !(i > 0 && (nodes.get(i - 1).isSign(".") || nodes.get(i - 1).is("as")))
                            && !(i + 1 < nodes.size() && nodes.get(i + 1).isSign("."));
            if (node.is("prior") && i + 1 < nodes.size()) {
                i++;
                if (nodes.get(i) instanceof Group group) {
                    result.add(group.withItems(columns(group.items(), prior)));
                } else {
                    while (i + 2 < nodes.size() && nodes.get(i + 1).isSign(".")) {
                        i += 2;
                    }
                    result.addAll(column(node, nodes.get(i), prior));
                }
            } else if (node.is("level") && alone) {
                result.addAll(Pieces.insteadOf(node).text(level).list());
                if (isItem(nodes, i)) {
                    result.add(Token.made(" ", "AS level", node.first().place()));
                }
            } else if (node instanceof Group group) {
                result.add(group.withItems(replaced(group.items(), prior, level)));
            } else {
                result.add(node);
            }
        }
        return result;
    }

    /** Tells whether a name is an item of the select list by itself. */
    private boolean isItem(List<Node> nodes, int at) {
        boolean begins =
                at > 0 && (nodes.get(at - 1).isSign(",") || nodes.get(at - 1).is("select", "distinct"));
        boolean ends = at + 1 == nodes.size() || nodes.get(at + 1).isSign(",");
        return nodes.get(0).is("select") && begins && ends;
    }

    private static List<Node> columns(List<Node> nodes, String prior) {
        List<Node> result = new ArrayList<>();
        for (Node node : nodes) {
            result.addAll(node.isName() ? column(node, node, prior) : List.of(node));
        }
        return result;
    }

    private static List<Node> column(Node place, Node name, String prior) {
        return Pieces.insteadOf(place).text(prior).node(name.withLead("")).list();
    }

    /** Returns a select list whose star is that of the table alone. */
    private List<Node> starred(List<Node> nodes) {
        List<Node> result = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            boolean star = nodes.get(i).isSign("*")
                    && (nodes.get(i - 1).isSign(",") || nodes.get(i - 1).is("select", "distinct"));
            result.addAll(
                    star
                            ? Pieces.insteadOf(nodes.get(i))
                                    .text(Names.quoted(name) + ".*")
                                    .list()
                            : List.of(nodes.get(i)));
        }
        return result;
    }
}
