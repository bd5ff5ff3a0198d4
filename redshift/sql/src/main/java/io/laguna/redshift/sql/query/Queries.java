package io.laguna.redshift.sql.query;

import io.laguna.redshift.sql.expression.Expressions;
import io.laguna.redshift.sql.text.Cursor;
import io.laguna.redshift.sql.text.Group;
import io.laguna.redshift.sql.text.Kind;
import io.laguna.redshift.sql.text.Node;
import io.laguna.redshift.sql.text.Pieces;
import io.laguna.redshift.sql.text.SqlError;
import io.laguna.redshift.sql.text.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The rewriting of everything in a statement that may be an expression or a query, from the inside out. */
public final class Queries {
    private Queries() {}

    /** Returns nodes, the last before {@code end}, with PostgreSQL's expressions and queries. */
    public static List<Node> rewrite(List<Node> nodes, Token end, Columns catalog) {
        return rewrite(Catalogs.shadowed(nodes), end, new Scope(catalog, Map.of()));
    }

    private static List<Node> rewrite(List<Node> nodes, Token end, Scope outer) {
        Scope scope = withQueries(nodes, end, outer);
        List<Node> inside = new ArrayList<>(nodes.size());
        for (Node node : Decorrelation.rewrite(SeriesInCase.rewrite(nodes), scope)) {
            inside.add(
                    node instanceof Group group ? group.withItems(rewrite(group.items(), group.close(), scope)) : node);
        }
        return selects(Expressions.rewrite(inside, end), end, scope);
    }

    /** Returns a scope with the columns of the queries in WITH, as far as they can be told. */
    private static Scope withQueries(List<Node> nodes, Token end, Scope outer) {
        Scope scope = outer;
        for (int i = 0; i < nodes.size(); i++) {
            if (!nodes.get(i).is("with") || i + 2 >= nodes.size()) {
                continue;
            }
            Cursor cursor = new Cursor(nodes, end);
            cursor.moveTo(i + 1);
            cursor.takes("recursive");
            while (cursor.peek().isName()) {
                String name = cursor.name();
                Optional<Group> columns = cursor.maybeGroup();
                if (!cursor.takes("as") || !cursor.peek().isParenthesis()) {
                    return scope;
                }
                Group query = cursor.group();
                Optional<List<String>> told = columns.isPresent()
                        ? columns.map(group -> group.list().stream()
                                .filter(column -> !column.isEmpty())
                                .map(column -> column.get(0).first().name())
                                .toList())
                        : new OutputColumns(scope, end).ofQuery(query.items());
                if (told.isPresent()) {
                    scope = scope.with(name, told.get());
                }
                if (!cursor.takesSign(",")) {
                    break;
                }
            }
        }
        return scope;
    }

    private static List<Node> selects(List<Node> nodes, Token end, Scope scope) {
        List<Node> result = new ArrayList<>();
        int at = 0;
        boolean combined = false;
        while (at < nodes.size()) {
            Node node = nodes.get(at);
            if (node.is("select") && !(at > 0 && nodes.get(at - 1).isSign("."))) {
                Select select = Select.read(nodes, at);
                at += select.length();
                combined |= at < nodes.size() && Select.setOperator(nodes, at);
                result.addAll(select(select, end, scope, combined));
            } else if (Select.setOperator(nodes, at)) {
                result.add(operator(nodes, at));
                combined = true;
                at++;
            } else {
                combined &= !node.isSign(";");
                result.add(node);
                at++;
            }
        }
        return result;
    }

    private static Node operator(List<Node> nodes, int at) {
        Token operator = (Token) nodes.get(at);
        if (!operator.is("union") && nodes.get(at + 1).is("all")) {
            throw SqlError.unsupported(
                    operator.text().toUpperCase(Locale.ROOT) + " ALL is not supported", operator.place());
        }
        return operator.is("minus") ? operator.withText("EXCEPT") : operator;
    }

    private static List<Node> select(Select read, Token end, Scope scope, boolean combined) {
        Select select = read;
        Optional<Clause> from = select.clause("from");
        if (from.isPresent() && from.get().nodes().stream().anyMatch(node -> node.is("pivot", "unpivot"))) {
            List<Node> nodes = new Pivot(scope, end).rewrite(from.get().nodes());
            select = select.with(new Clause("from", 1, nodes));
        }
        select = OuterJoins.rewrite(Hierarchy.rewrite(select, end), scope, end);
        select = intoTemporary(select);
        select = excluding(select, end, scope);
        SelectList list = SelectList.read(select.clauses().get(0).nodes());
        if (select.body("group").size() == 1 && select.body("group").get(0).is("all")) {
            select = groupedByAll(select, list);
        }
        if (list.top().isPresent()) {
            return top(select, list, end, combined);
        }
        return select.clause("qualify").isPresent() ? Qualify.rewrite(select, end) : select.nodes();
    }

    /** Writes SELECT INTO a name that begins with {@code #} as one into a temporary table. */
    private static Select intoTemporary(Select select) {
        Optional<Clause> into = select.clause("into");
        boolean temporary = into.isPresent()
                && into.get().body().size() == 1
                && into.get().body().get(0).first().text().startsWith("\"#");
        if (!temporary) {
            return select;
        }
        Node keyword = into.get().nodes().get(0);
        List<Node> nodes = Pieces.insteadOf(keyword)
                .node(keyword)
                .text(" TEMP")
                .nodes(into.get().body())
                .list();
        return select.with(new Clause("into", 1, nodes));
    }

    private static Select groupedByAll(Select select, SelectList list) {
        Clause clause = select.clause("group").orElseThrow();
        String places = Aggregation.places(list.items());
        List<Node> nodes = places.isEmpty()
                ? List.of()
                : Pieces.insteadOf(clause.nodes().get(0))
                        .nodes(clause.nodes().subList(0, 2))
                        .text(" " + places)
                        .list();
        return select.with(
                new Clause("group", 0, nodes.isEmpty() ? clause.nodes().subList(0, 0) : nodes));
    }

    /** Writes TOP as LIMIT. */
    private static List<Node> top(Select select, SelectList list, Token end, boolean combined) {
        if (list.items().isEmpty() || list.items().stream().anyMatch(List::isEmpty)) {
            throw SqlError.near(end);
        }
        List<Node> items = list.items().stream()
                .flatMap(item -> Pieces.insteadOf(item.get(0)).nodes(item).text(",").list().stream())
                .toList();
        List<Node> nodes = new ArrayList<>(list.head());
        nodes.addAll(items.subList(0, items.size() - 1));
        Select without = select.with(new Clause("select", 1, nodes));
        List<Node> query = without.clause("qualify").isPresent() ? Qualify.rewrite(without, end) : without.nodes();
        Pieces pieces = Pieces.insteadOf(query.get(0));
        List<Node> limited = Pieces.insteadOf(query.get(0))
                .nodes(query)
                .text(" LIMIT ")
                .node(list.top().orElseThrow().withLead(""))
                .list();
        return combined ? pieces.group(Pieces.trimmed(limited)).list() : limited;
    }

    /** Writes a select list with EXCLUDE as the list of the columns that are left. */
    private static Select excluding(Select select, Token end, Scope scope) {
        SelectList list = SelectList.read(select.clauses().get(0).nodes());
        if (list.excluded().isEmpty()) {
            return select;
        }
        Token place = select.clauses().get(0).nodes().get(0).first();
        List<Node> nodes = new ArrayList<>(list.head());
        OutputColumns columns = new OutputColumns(scope, end);
        for (List<Node> item : list.items()) {
            Item read = Item.read(item);
            if (read.isStar()) {
                columns
                        .ofStar(read, select.body("from"))
                        .orElseThrow(() -> SqlError.unsupported(
                                "EXCLUDE over columns that cannot be told is not implemented by Laguna: name them",
                                place.place()))
                        .stream()
                        .filter(column -> !list.excluded().contains(column.name()))
                        .forEach(column -> add(nodes, List.of(Token.made(" ", column.sql(), place.place())), list));
            } else if (item.isEmpty()) {
                throw SqlError.near(end);
            } else if (!list.excluded().contains(read.name())) {
                add(nodes, item, list);
            }
        }
        return select.with(new Clause("select", 1, nodes));
    }

    private static void add(List<Node> nodes, List<Node> item, SelectList list) {
        if (nodes.size() > list.head().size()) {
            nodes.add(new Token(Kind.PUNCTUATION, "", ",", item.get(0).first().place()));
        }
        nodes.addAll(item);
    }
}
