package io.laguna.redshift.sql.query;

import io.laguna.redshift.sql.text.Cursor;
import io.laguna.redshift.sql.text.Group;
import io.laguna.redshift.sql.text.Kind;
import io.laguna.redshift.sql.text.Names;
import io.laguna.redshift.sql.text.Node;
import io.laguna.redshift.sql.text.Pieces;
import io.laguna.redshift.sql.text.SqlError;
import io.laguna.redshift.sql.text.Token;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The rewriting of PIVOT and UNPIVOT in a FROM clause into a query in brackets.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/dg/r_FROM_clause-pivot-unpivot-examples.html">PIVOT and
 *     UNPIVOT examples</a>
 */
final class Pivot {
    private final Scope scope;
    private final Token end;

    Pivot(Scope scope, Token end) {
        this.scope = scope;
        this.end = end;
    }

    /** Returns a FROM clause without PIVOT and UNPIVOT. */
    List<Node> rewrite(List<Node> from) {
        List<Node> nodes = new ArrayList<>(from);
        for (int i = 1; i < nodes.size(); i++) {
            if (nodes.get(i).is("pivot", "unpivot")) {
                int source = i;
                while (source > 1
                        && !nodes.get(source - 1).isSign(",")
                        && !nodes.get(source - 1).is("join", "from")) {
                    source--;
                }
                i = replace(nodes, source, i);
            }
        }
        return nodes;
    }

    private int replace(List<Node> nodes, int from, int at) {
        Cursor cursor = new Cursor(nodes, end);
        cursor.moveTo(at + 1);
        boolean pivots = nodes.get(at).is("pivot");
        boolean nulls = cursor.takes("include", "nulls");
        if (!nulls) {
            cursor.takes("exclude", "nulls");
        }
        if (!cursor.peek().isParenthesis()) {
            return at;
        }
        Group group = cursor.group();
        List<Node> source = nodes.subList(from, at);
        List<String> columns = columns(source, nodes.get(at).first());
        List<Node> query = pivots ? pivot(source, columns, group) : unpivot(source, columns, group, nulls);
        boolean named = cursor.sees("as")
                || (cursor.peek().isOf(Kind.WORD)
                        && !cursor.peek()
                                .is("join", "left", "right", "full", "inner", "cross", "natural", "on", "using"));
        Pieces pieces = Pieces.insteadOf(source.get(0)).group(query);
        if (!named) {
            pieces.text(" laguna_p");
        }
        List<Node> replacement = pieces.list();
        nodes.subList(from, cursor.at()).clear();
        nodes.addAll(from, replacement);
        return from + replacement.size() - 1;
    }

    private List<String> columns(List<Node> source, Token keyword) {
        return Relation.read(new Cursor(source, end))
                .flatMap(new OutputColumns(scope, end)::ofRelation)
                .orElseThrow(() -> SqlError.unsupported(
                        keyword.word().toUpperCase(Locale.ROOT)
                                + " over columns that cannot be told is not implemented by Laguna: name them in a subquery",
                        keyword.place()));
    }

    private List<Node> pivot(List<Node> source, List<String> columns, Group group) {
        int word = find(group.items(), "for");
        Cursor cursor = Cursor.in(group);
        cursor.moveTo(word + 1);
        String key = cursor.name();
        cursor.expect("in");
        List<List<Node>> values = cursor.group().list();
        List<Item> aggregates = Group.split(group.items().subList(0, word)).stream()
                .map(Item::read)
                .toList();
        Set<String> used = new LinkedHashSet<>();
        aggregates.forEach(aggregate -> names(aggregate.expression(), used));
        List<String> kept = columns.stream()
                .filter(column -> !column.equals(key) && !used.contains(column))
                .toList();
        Pieces pieces = Pieces.insteadOf(group.withLead("")).text("SELECT ");
        boolean first = true;
        for (String column : kept) {
            pieces.text((first ? "" : ", ") + Names.quoted(column));
            first = false;
        }
        for (List<Node> nodes : values) {
            Item value = Item.read(nodes);
            if (value.expression().isEmpty()) {
                throw SqlError.near(group.close());
            }
            String label = value.alias().orElseGet(() -> label(value.expression()));
            for (Item aggregate : aggregates) {
                if (aggregate.expression().isEmpty()) {
                    throw SqlError.near(group.close());
                }
                boolean isNull = value.expression().get(0).is("null");
                List<Node> filter = Pieces.insteadOf(group.withLead(""))
                        .text(" FILTER (WHERE " + Names.quoted(key) + (isNull ? " IS " : " = "))
                        .nodes(Pieces.trimmed(value.expression()))
                        .text(")")
                        .list();
                pieces.text(first ? "" : ", ")
                        .nodes(filtered(Pieces.trimmed(aggregate.expression()), filter))
                        .text(" AS "
                                + Names.quoted(label
                                        + aggregate
                                                .alias()
                                                .map(name -> "_" + name)
                                                .orElse("")));
                first = false;
            }
        }
        pieces.text(" FROM ").nodes(aliased(source));
        if (!kept.isEmpty()) {
            pieces.text(" GROUP BY "
                    + String.join(", ", kept.stream().map(Names::quoted).toList()));
        }
        return pieces.list();
    }

    /** Returns a call of an aggregate with a filter; a call that holds calls of aggregates has it at each of them. */
    private static List<Node> filtered(List<Node> call, List<Node> filter) {
        Node last = call.get(call.size() - 1);
        boolean holds = last instanceof Group group
                && !group.items().isEmpty()
                && group.items().get(0).isOf(Kind.MADE)
                && group.items().get(0).first().text().equals("laguna.avg");
        List<Node> result = new ArrayList<>(call);
        if (!holds) {
            result.addAll(filter);
            return result;
        }
        List<Node> items = new ArrayList<>();
        for (Node node : ((Group) last).items()) {
            items.add(node);
            if (node.isParenthesis()) {
                items.addAll(filter);
            }
        }
        result.set(result.size() - 1, ((Group) last).withItems(items));
        return result;
    }

    private List<Node> unpivot(List<Node> source, List<String> columns, Group group, boolean nulls) {
        Cursor cursor = Cursor.in(group);
        String value = cursor.name();
        cursor.expect("for");
        String name = cursor.name();
        cursor.expect("in");
        List<String> turned = new ArrayList<>();
        List<String> rows = new ArrayList<>();
        for (List<Node> nodes : cursor.group().list()) {
            Cursor item = new Cursor(nodes, end);
            String column = item.name();
            boolean as = item.takes("as");
            String label = item.maybeString()
                    .or(() -> as ? Optional.of(item.name()) : Optional.empty())
                    .orElse(column);
            turned.add(column);
            rows.add("('" + label.replace("'", "''") + "', laguna_s." + Names.quoted(column) + ")");
        }
        Pieces pieces = Pieces.insteadOf(group.withLead("")).text("SELECT ");
        columns.stream()
                .filter(column -> !turned.contains(column))
                .forEach(column -> pieces.text("laguna_s." + Names.quoted(column) + ", "));
        pieces.text("laguna_u.*")
                .text(" FROM ")
                .nodes(source(source))
                .text(" laguna_s CROSS JOIN LATERAL (VALUES " + String.join(", ", rows) + ") laguna_u("
                        + Names.quoted(name) + ", " + Names.quoted(value) + ")");
        if (!nulls) {
            pieces.text(" WHERE laguna_u." + Names.quoted(value) + " IS NOT NULL");
        }
        return pieces.list();
    }

    /** Returns the relation without its alias. */
    private List<Node> source(List<Node> source) {
        Cursor cursor = new Cursor(source, end);
        if (cursor.peek().isParenthesis()) {
            cursor.next();
        } else {
            cursor.qualifiedName();
        }
        return Pieces.trimmed(cursor.between(0, cursor.at()));
    }

    private List<Node> aliased(List<Node> source) {
        Pieces pieces = Pieces.insteadOf(source.get(0)).nodes(source);
        if (source.size() == 1 && source.get(0).isParenthesis()) {
            pieces.text(" laguna_s");
        }
        return Pieces.trimmed(pieces.list());
    }

    private static String label(List<Node> value) {
        Node last = value.get(value.size() - 1);
        return last.isOf(Kind.STRING) ? last.first().value() : last.first().word();
    }

    private static int find(List<Node> nodes, String word) {
        for (int i = 0; i < nodes.size(); i++) {
            if (nodes.get(i).is(word)) {
                return i;
            }
        }
        throw SqlError.near(
                nodes.isEmpty()
                        ? Token.made("", ")", 0)
                        : nodes.get(nodes.size() - 1).first());
    }

    private static void names(List<Node> nodes, Set<String> names) {
        for (Node node : nodes) {
            if (node instanceof Group group) {
                names(group.items(), names);
            } else if (node.isName()) {
                names.add(node.first().name());
            }
        }
    }
}
