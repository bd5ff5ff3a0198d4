package io.laguna.redshift.sql.query;

import io.laguna.redshift.sql.text.Group;
import io.laguna.redshift.sql.text.Literals;
import io.laguna.redshift.sql.text.Names;
import io.laguna.redshift.sql.text.Node;
import io.laguna.redshift.sql.text.Pieces;
import io.laguna.redshift.sql.text.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A path as it is written: {@code c.orders[0].lines}, {@code json_parse(x).name}.
 *
 * @param names the names with dots at its beginning
 * @param call the brackets of a call, when the names are those of a function
 * @param steps the names and brackets after the call, or from the first square brackets on
 * @param length how many nodes it has
 */
record Path(List<Token> names, Optional<Group> call, List<Node> steps, int length) {
    Path {
        names = List.copyOf(names);
        steps = List.copyOf(steps);
    }

    /** Reads a path that begins at a place, unless the name there is something else: a type, an alias, a star's table. */
    static Optional<Path> read(List<Node> nodes, int from) {
        boolean begins = nodes.get(from).isName()
                && !(from > 0
                        && (nodes.get(from - 1).isSign(".")
                                || nodes.get(from - 1).isSign("::")
                                || nodes.get(from - 1).is("as", "collate", "into", "table")));
        boolean constructor = nodes.get(from).is("array") && from + 1 < nodes.size() && isBrackets(nodes.get(from + 1));
        if (!begins || constructor) {
            return Optional.empty();
        }
        List<Token> names = new ArrayList<>();
        names.add((Token) nodes.get(from));
        int at = from + 1;
        while (isName(nodes, at)) {
            names.add((Token) nodes.get(at + 1));
            at += 2;
        }
        Optional<Group> call = Optional.empty();
        if (at < nodes.size() && nodes.get(at).isParenthesis()) {
            call = Optional.of((Group) nodes.get(at));
            at++;
        }
        List<Node> steps = new ArrayList<>();
        while (at < nodes.size() && (isBrackets(nodes.get(at)) || isName(nodes, at))) {
            boolean name = nodes.get(at).isSign(".");
            steps.add(nodes.get(name ? at + 1 : at));
            at += name ? 2 : 1;
        }
        boolean star = at < nodes.size() && nodes.get(at).isSign(".");
        return star ? Optional.empty() : Optional.of(new Path(names, call, steps, at - from));
    }

    private static boolean isName(List<Node> nodes, int at) {
        return at + 1 < nodes.size()
                && nodes.get(at).isSign(".")
                && nodes.get(at + 1).isName();
    }

    private static boolean isBrackets(Node node) {
        return node instanceof Group group
                && group.open().text().equals("[")
                && !group.items().isEmpty();
    }

    String first() {
        return names.get(0).name();
    }

    /** Returns the name of the column that the path becomes in a select list. */
    String last() {
        for (int i = steps.size() - 1; i >= 0; i--) {
            if (steps.get(i) instanceof Token name) {
                return name.name();
            }
        }
        return names.get(names.size() - 1).name();
    }

    /** Returns how many names are those of the column, rather than of attributes in it. */
    int columns(Sight sight) {
        if (call.isPresent()) {
            return names.size();
        }
        if (sight.elements().contains(first())) {
            return 1;
        }
        if (names.size() > 2
                && sight.qualified().contains(first() + "." + names.get(1).name())) {
            return 3;
        }
        if (names.size() > 3
                && sight.qualified()
                        .contains(names.get(1).name() + "." + names.get(2).name())) {
            return 4;
        }
        return sight.tables().contains(first()) && names.size() > 1 ? 2 : 1;
    }

    /** Tells whether the path is nothing but the name of an element. */
    boolean isElement(Sight sight) {
        return names.size() == 1
                && call.isEmpty()
                && steps.isEmpty()
                && sight.elements().contains(first());
    }

    boolean navigates(Sight sight) {
        boolean column = !sight.isEmpty() && !sight.others().contains(first());
        boolean known = call.isPresent() || column;
        return known && (!steps.isEmpty() || names.size() > columns(sight));
    }

    /** Returns the path as calls, the innermost of which has the column. */
    List<Node> sql(Sight sight, UnaryOperator<List<Node>> inside) {
        int columns = columns(sight);
        Pieces column = Pieces.insteadOf(names.get(0).withLead(""));
        if (sight.elements().contains(first()) && call.isEmpty()) {
            column.text(Names.quoted(first()) + ".");
        }
        column.node(names.get(0).withLead(""));
        for (Token name : names.subList(1, columns)) {
            column.text(".").node(name.withLead(""));
        }
        call.ifPresent(group -> column.node(group.withItems(inside.apply(group.items()))));
        List<Node> sql = column.list();
        List<Node> all = new ArrayList<>(names.subList(columns, names.size()));
        all.addAll(steps);
        for (Node step : all) {
            Pieces pieces = Pieces.insteadOf(names.get(0).withLead(""));
            List<Node> arguments = Pieces.insteadOf(names.get(0).withLead(""))
                    .nodes(sql)
                    .text(", ")
                    .nodes(
                            step instanceof Group brackets
                                    ? Pieces.trimmed(inside.apply(brackets.items()))
                                    : List.of(Token.made(
                                            "", Literals.quoted(((Token) step).name()), ((Token) step).place())))
                    .list();
            sql = pieces.text(step instanceof Group ? "laguna.item" : "laguna.field")
                    .group(arguments)
                    .list();
        }
        return Pieces.insteadOf(names.get(0)).nodes(sql).list();
    }
}
