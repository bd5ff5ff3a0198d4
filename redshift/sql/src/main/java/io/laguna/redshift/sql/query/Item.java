package io.laguna.redshift.sql.query;

import io.laguna.redshift.sql.text.Kind;
import io.laguna.redshift.sql.text.Node;
import io.laguna.redshift.sql.text.Token;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * An item of a select list.
 *
 * @param expression without its alias
 * @param alias the alias, folded
 */
record Item(List<Node> expression, Optional<String> alias) {
    private static final Set<String> ENDS_NO_OPERAND = Set.of(
            "and",
            "or",
            "not",
            "is",
            "in",
            "like",
            "ilike",
            "similar",
            "to",
            "between",
            "then",
            "else",
            "when",
            "case",
            "distinct",
            "collate",
            "over",
            "all",
            "any",
            "some",
            "escape",
            "from",
            "by",
            "zone",
            "precision");
    private static final Set<String> NO_ALIAS =
            Set.of("end", "null", "true", "false", "precision", "varying", "zone", "isnull", "notnull");

    Item {
        expression = List.copyOf(expression);
    }

    /** Reads an item. */
    static Item read(List<Node> nodes) {
        int last = nodes.size() - 1;
        if (last < 1 || !nodes.get(last).isName()) {
            return new Item(nodes, Optional.empty());
        }
        Token name = nodes.get(last).first();
        Node before = nodes.get(last - 1);
        if (before.is("as")) {
            return new Item(nodes.subList(0, last - 1), Optional.of(name.name()));
        }
        boolean bare = !nodes.get(last).is(NO_ALIAS.toArray(String[]::new)) && endsOperand(before);
        return bare ? new Item(nodes.subList(0, last), Optional.of(name.name())) : new Item(nodes, Optional.empty());
    }

    private static boolean endsOperand(Node node) {
        if (!(node instanceof Token token)) {
            return true;
        }
        return switch (token.kind()) {
            case QUOTED, STRING, DOLLARS, NUMBER, PARAMETER -> true;
            case WORD -> !ENDS_NO_OPERAND.contains(token.word());
            case MADE -> token.text().endsWith(")") || token.text().endsWith("END");
            case OPERATOR, PUNCTUATION, END -> false;
        };
    }

    boolean isStar() {
        return !expression.isEmpty() && expression.get(expression.size() - 1).isSign("*") && expression.size() != 2;
    }

    /** Returns the name of the item's column: its alias, or PostgreSQL's choice. */
    String name() {
        return alias.orElseGet(() -> name(expression));
    }

    private static String name(List<Node> nodes) {
        if (nodes.isEmpty()) {
            return "?column?";
        }
        for (int i = 0; i < nodes.size(); i++) {
            if (nodes.get(i).isSign("::")) {
                return name(nodes.subList(0, i));
            }
        }
        Node first = nodes.get(0);
        if (first.is("case") || (first.isOf(Kind.MADE) && first.first().text().startsWith("CASE"))) {
            return "case";
        }
        int at = 0;
        while (at + 2 < nodes.size()
                && nodes.get(at).isName()
                && nodes.get(at + 1).isSign(".")) {
            at += 2;
        }
        if (first.isOf(Kind.MADE) && nodes.size() > 1) {
            return first.first().text().equals("laguna.")
                    ? nodes.get(1).first().name()
                    : made(first.first().text());
        }
        boolean column = nodes.get(at).isName() && at + 1 == nodes.size();
        boolean call = nodes.get(at).isName()
                && at + 1 < nodes.size()
                && nodes.get(at + 1).isParenthesis();
        boolean whole = call && (at + 2 == nodes.size() || nodes.get(at + 2).is("over", "filter", "within"));
        return column || whole ? nodes.get(at).first().name() : "?column?";
    }

    private static String made(String text) {
        return text.chars().allMatch(c -> Character.isLetter(c) || c == '_')
                ? text.toLowerCase(Locale.ROOT)
                : "?column?";
    }
}
