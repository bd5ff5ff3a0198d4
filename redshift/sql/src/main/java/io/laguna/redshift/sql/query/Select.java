package io.laguna.redshift.sql.query;

import io.laguna.redshift.sql.text.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One SELECT as its clauses, in the order in which they are written.
 *
 * @param clauses the clauses; the first is the select list
 * @param length how many nodes it has
 */
record Select(List<Clause> clauses, int length) {
    Select {
        clauses = List.copyOf(clauses);
    }

    /** Reads the SELECT that begins at a place. */
    static Select read(List<Node> nodes, int from) {
        List<Clause> clauses = new ArrayList<>();
        int begun = from;
        int keywords = 1;
        String kind = "select";
        int at = from + 1;
        while (at < nodes.size() && !ends(nodes, at)) {
            int words = keywords(nodes, at);
            if (words > 0) {
                clauses.add(new Clause(kind, keywords, nodes.subList(begun, at)));
                kind = nodes.get(at).first().word();
                begun = at;
                keywords = words;
                at += words;
            } else {
                at++;
            }
        }
        clauses.add(new Clause(kind, keywords, nodes.subList(begun, at)));
        return new Select(clauses, at - from);
    }

    Optional<Clause> clause(String kind) {
        return clauses.stream().filter(clause -> clause.kind().equals(kind)).findFirst();
    }

    List<Node> body(String kind) {
        return clause(kind).map(Clause::body).orElse(List.of());
    }

    /** Returns the same SELECT with a clause changed. */
    Select with(Clause changed) {
        List<Clause> others = new ArrayList<>(clauses);
        others.replaceAll(clause -> clause.kind().equals(changed.kind()) ? changed : clause);
        return new Select(others, length);
    }

    List<Node> nodes() {
        return clauses.stream().flatMap(clause -> clause.nodes().stream()).toList();
    }

    /** Tells whether a SELECT before this place ends here. */
    static boolean ends(List<Node> nodes, int at) {
        Node node = nodes.get(at);
        return node.isSign(";") || node.is("loop") || setOperator(nodes, at);
    }

    static boolean setOperator(List<Node> nodes, int at) {
        if (!nodes.get(at).is("union", "intersect", "except", "minus") || at + 1 >= nodes.size()) {
            return false;
        }
        Node next = nodes.get(at + 1);
        return next.is("select", "all", "distinct", "with", "values") || next.isParenthesis();
    }

    /** Returns how many words at a place begin a clause; none when no clause begins there. */
    private static int keywords(List<Node> nodes, int at) {
        Node node = nodes.get(at);
        Node before = nodes.get(at - 1);
        if (!node.is(
                        "into", "from", "where", "group", "having", "qualify", "window", "order", "limit", "offset",
                        "fetch", "for", "connect", "start")
                || before.isSign(".")) {
            return 0;
        }
        Node next = at + 1 < nodes.size() ? nodes.get(at + 1) : node;
        return switch (node.first().word()) {
            case "from" -> before.is("distinct") && at > 1 && nodes.get(at - 2).is("is", "not") ? 0 : 1;
            case "group", "order" -> next.is("by") ? 2 : 0;
            case "connect" -> next.is("by") ? 2 : 0;
            case "start" -> next.is("with") ? 2 : 0;
            case "fetch" -> next.is("first", "next") ? 1 : 0;
            case "for" -> next.is("update", "share", "no", "key") ? 1 : 0;
            case "window" -> next.isName()
                            && at + 2 < nodes.size()
                            && nodes.get(at + 2).is("as")
                    ? 1
                    : 0;
            case "qualify", "limit", "offset" -> before.is("as", "with") || next.isSign(",") || next.isSign(".")
                    ? 0
                    : 1;
            default -> 1;
        };
    }
}
