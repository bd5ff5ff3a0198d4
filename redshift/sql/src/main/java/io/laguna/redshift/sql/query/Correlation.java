package io.laguna.redshift.sql.query;

import io.laguna.redshift.sql.text.Group;
import io.laguna.redshift.sql.text.Kind;
import io.laguna.redshift.sql.text.Node;
import io.laguna.redshift.sql.text.QualifiedName;
import io.laguna.redshift.sql.text.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The relations of a subquery, and what of its text depends on the query around it.
 *
 * @param qualifiers what columns of the relations are qualified with
 * @param columns the names of their columns
 */
record Correlation(Set<String> qualifiers, Set<String> columns) {
    private static final String[] JOINS = {"join", "inner", "left", "right", "full", "cross", "natural"};
    private static final String[] WORDS = {
        "and", "or", "not", "is", "null", "true", "false", "like", "ilike", "in", "between", "case", "when", "then",
        "else", "end", "escape"
    };
    private static final String[] LITERALS = {"date", "timestamp", "timestamptz", "interval", "decimal", "numeric"};
    private static final String[] UNITS = {"year", "month", "week", "day", "hour", "minute", "second"};
    private static final String[] TYPES = {
        "smallint",
        "int",
        "integer",
        "bigint",
        "decimal",
        "numeric",
        "real",
        "float",
        "varchar",
        "char",
        "text",
        "date",
        "timestamp",
        "boolean"
    };

    Correlation {
        qualifiers = Set.copyOf(qualifiers);
        columns = Set.copyOf(columns);
    }

    /**
     * Reads the relations of a FROM clause.
     *
     * @param known the columns of a relation
     * @return nothing when they are not all tables or views whose columns are known, joined on columns of their own, and
     *     have those columns alone
     */
    static Optional<Correlation> of(List<Node> from, Token end, Function<QualifiedName, Optional<List<String>>> known) {
        List<Relation> relations = Relation.of(from, end);
        long named = Group.split(from).size()
                + from.stream().filter(node -> node.is("join")).count();
        if (relations.size() != named
                || from.stream().anyMatch(node -> node.is("pivot", "unpivot"))
                || relations.stream()
                        .anyMatch(relation ->
                                relation.name().isEmpty() || !relation.columns().isEmpty())) {
            return Optional.empty();
        }
        List<String> columns = new ArrayList<>();
        for (Relation relation : relations) {
            Optional<List<String>> own = known.apply(relation.name().orElseThrow());
            if (own.isEmpty()) {
                return Optional.empty();
            }
            columns.addAll(own.get());
        }
        List<String> qualifiers = relations.stream()
                .flatMap(relation -> relation.qualifier().stream())
                .toList();
        Correlation correlation = new Correlation(Set.copyOf(qualifiers), Set.copyOf(columns));
        return correlation.joinsItself(from) ? Optional.of(correlation) : Optional.empty();
    }

    /** Tells whether the conditions of joins are about the relations alone. */
    private boolean joinsItself(List<Node> from) {
        for (List<Node> item : Group.split(from)) {
            int at = 0;
            while (at < item.size()) {
                if (!item.get(at).is("on")) {
                    at++;
                    continue;
                }
                int begin = at + 1;
                at = begin;
                while (at < item.size() && !item.get(at).is(JOINS)) {
                    at++;
                }
                if (!isOwn(item.subList(begin, at))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Tells whether an expression is certainly about the relations alone, and has no query in it. */
    boolean isOwn(List<Node> nodes) {
        for (int i = 0; i < nodes.size(); i++) {
            Node node = nodes.get(i);
            if (node instanceof Group group) {
                if (!isOwn(group.items())) {
                    return false;
                }
            } else if (node.isOf(Kind.MADE)) {
                return false;
            } else if (node.isName()) {
                int end = endOfName(nodes, i);
                boolean own = end > i + 1 ? isColumn(nodes.subList(i, end)) : isOwnWord(nodes, i);
                if (!own) {
                    return false;
                }
                i = end - 1;
            }
        }
        return true;
    }

    private boolean isOwnWord(List<Node> nodes, int at) {
        Node word = nodes.get(at);
        boolean call = at + 1 < nodes.size() && nodes.get(at + 1).isParenthesis();
        boolean literal = at + 1 < nodes.size() && nodes.get(at + 1).isOf(Kind.STRING);
        boolean afterString = at > 0 && nodes.get(at - 1).isOf(Kind.STRING);
        boolean afterCast = at > 0 && nodes.get(at - 1).isSign("::");
        return (call && !word.is("exists"))
                || word.is(WORDS)
                || (literal && word.is(LITERALS))
                || (afterString && word.is(UNITS))
                || (afterCast && word.is(TYPES))
                || isColumn(List.of(word));
    }

    /** Tells whether a name is certainly a column of the relations, by its qualifier or by its name alone. */
    boolean isColumn(List<Node> name) {
        String last = name.get(name.size() - 1).first().name();
        return switch (name.size()) {
            case 1 -> columns.contains(last);
            case 3 -> qualifiers.contains(name.get(0).first().name());
            default -> false;
        };
    }

    /** Tells whether nodes are one name of a column, qualified or not. */
    static boolean isName(List<Node> nodes) {
        return (nodes.size() == 1 || nodes.size() == 3) && nodes.get(0).isName() && endOfName(nodes, 0) == nodes.size();
    }

    private static int endOfName(List<Node> nodes, int from) {
        int end = from + 1;
        while (end + 1 < nodes.size()
                && nodes.get(end).isSign(".")
                && nodes.get(end + 1).isName()) {
            end += 2;
        }
        return end;
    }
}
