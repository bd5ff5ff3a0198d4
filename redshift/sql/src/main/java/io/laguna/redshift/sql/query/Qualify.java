package io.laguna.redshift.sql.query;

import io.laguna.redshift.sql.text.Group;
import io.laguna.redshift.sql.text.Kind;
import io.laguna.redshift.sql.text.Names;
import io.laguna.redshift.sql.text.Node;
import io.laguna.redshift.sql.text.Pieces;
import io.laguna.redshift.sql.text.SqlError;
import io.laguna.redshift.sql.text.Token;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rewriting of QUALIFY: the condition becomes a column of a query in brackets, around which a WHERE asks for it. A star
 * becomes whole rows of its relations, which the outer query opens again, so that the columns' names need not be known.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/dg/r_QUALIFY_clause.html">QUALIFY clause</a>
 */
final class Qualify {
    private static final String[] KEPT_OUTSIDE = {
        "into", "limit", "offset", "fetch", "for", "order", "qualify", "select"
    };

    private final Select select;
    private final Token end;
    private final Token place;
    private final List<Node> inner = new ArrayList<>();
    private final List<String> outer = new ArrayList<>();
    private final Map<String, List<Node>> aliases = new LinkedHashMap<>();

    private Qualify(Select select, Token end) {
        this.select = select;
        this.end = end;
        this.place = select.clause("qualify").orElseThrow().nodes().get(0).first();
    }

    static List<Node> rewrite(Select select, Token end) {
        return new Qualify(select, end).rewrite();
    }

    private List<Node> rewrite() {
        SelectList list = SelectList.read(select.clauses().get(0).nodes());
        for (List<Node> nodes : list.items()) {
            Item item = Item.read(nodes);
            if (item.isStar()) {
                star(item);
            } else {
                column(item);
            }
        }
        List<Node> condition = withoutAliases(Pieces.trimmed(select.body("qualify")));
        inner(Pieces.insteadOf(place).group(condition).list(), "laguna_qualified");
        List<Node> order = order();
        Pieces pieces = Pieces.insteadOf(list.head().get(0)).nodes(list.head()).text(" " + String.join(", ", outer));
        select.clause("into").ifPresent(into -> pieces.nodes(into.nodes()));
        pieces.text(" FROM (SELECT ").nodes(Pieces.trimmed(inner));
        for (Clause clause : select.clauses()) {
            if (!List.of(KEPT_OUTSIDE).contains(clause.kind())) {
                pieces.nodes(clause.nodes());
            }
        }
        pieces.text(") laguna_q WHERE laguna_q.laguna_qualified").nodes(order);
        for (String kind : List.of("limit", "offset", "fetch", "for")) {
            select.clause(kind).ifPresent(clause -> pieces.nodes(clause.nodes()));
        }
        return pieces.list();
    }

    private void inner(List<Node> expression, String name) {
        if (expression.isEmpty()) {
            throw SqlError.near(end);
        }
        Pieces pieces = Pieces.insteadOf(expression.get(0)).nodes(expression).text(" AS " + name);
        if (!inner.isEmpty()) {
            inner.add(Token.made("", ", ", place.place()));
        }
        inner.addAll(Pieces.trimmed(pieces.list()));
    }

    private void column(Item item) {
        String name = "laguna_" + (outer.size() + 1);
        inner(item.expression(), name);
        outer.add("laguna_q." + name + " AS " + Names.quoted(item.name()));
        item.alias().ifPresent(alias -> aliases.put(alias, item.expression()));
    }

    private void star(Item item) {
        List<Node> expression = item.expression();
        if (expression.size() >= 3) {
            row(List.of(expression.get(expression.size() - 3)));
            return;
        }
        List<Node> from = select.body("from");
        if (from.stream().anyMatch(node -> node.is("natural", "using"))) {
            throw SqlError.unsupported(
                    "QUALIFY with * over a join with USING is not implemented by Laguna: name the columns",
                    place.place());
        }
        for (Relation relation : Relation.of(from, end)) {
            String name = relation.qualifier().orElseThrow(() -> SqlError.near(place));
            row(List.of(Token.made("", Names.quoted(name), place.place())));
        }
    }

    private void row(List<Node> relation) {
        String name = "laguna_" + (outer.size() + 1);
        inner(relation, name);
        outer.add("(laguna_q." + name + ").*");
    }

    /** Returns a condition in which aliases of the select list are replaced by what they stand for. */
    private List<Node> withoutAliases(List<Node> nodes) {
        return Aliases.replaced(nodes, aliases);
    }

    /** Returns the order, whose expressions become columns unless they name columns of the result. */
    private List<Node> order() {
        Optional<Clause> clause = select.clause("order");
        if (clause.isEmpty()) {
            return List.of();
        }
        Pieces pieces = Pieces.insteadOf(clause.get().nodes().get(0))
                .nodes(clause.get().nodes().subList(0, 2))
                .text(" ");
        boolean first = true;
        for (List<Node> item : Group.split(clause.get().body())) {
            int direction = item.size();
            while (direction > 1 && item.get(direction - 1).is("asc", "desc", "nulls", "first", "last")) {
                direction--;
            }
            List<Node> expression = item.subList(0, direction);
            pieces.text(first ? "" : ", ");
            first = false;
            boolean named = expression.size() == 1
                    && (expression.get(0).isOf(Kind.NUMBER)
                            || (expression.get(0).isName()
                                    && aliases.containsKey(
                                            expression.get(0).first().name())));
            if (named) {
                pieces.nodes(Pieces.trimmed(expression));
            } else {
                String name = "laguna_o" + inner.size();
                inner(Pieces.trimmed(expression), name);
                pieces.text("laguna_q." + name);
            }
            pieces.nodes(item.subList(direction, item.size()));
        }
        return pieces.list();
    }
}
