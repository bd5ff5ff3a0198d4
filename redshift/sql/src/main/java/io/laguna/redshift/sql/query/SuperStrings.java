package io.laguna.redshift.sql.query;

import io.laguna.redshift.sql.text.Group;
import io.laguna.redshift.sql.text.Kind;
import io.laguna.redshift.sql.text.Node;
import io.laguna.redshift.sql.text.Pieces;
import io.laguna.redshift.sql.text.Token;
import java.util.ArrayList;
import java.util.List;

/**
 * String literals as values of SUPER. PostgreSQL takes a literal beside a SUPER for JSON, Redshift for a string; those that
 * look like JSON stay as they are.
 */
public final class SuperStrings {
    private static final String BEGINS_JSON = "{[\"-0123456789";

    private SuperStrings() {}

    /** Tells whether a statement may put a literal into a SUPER: it changes rows and has strings that are no JSON. */
    public static boolean arePossible(List<Token> tokens) {
        boolean changes = tokens.get(0).kind() == Kind.WORD
                && (tokens.get(0).word().equals("insert")
                        || tokens.get(0).word().equals("update"));
        return changes && tokens.stream().anyMatch(SuperStrings::isString);
    }

    /** Returns nodes in which literals that stand alone between commas and brackets are SUPER's strings. */
    public static List<Node> rewrite(List<Node> nodes) {
        List<Node> result = new ArrayList<>(nodes.size());
        for (int i = 0; i < nodes.size(); i++) {
            Node node = nodes.get(i);
            if (node instanceof Group group) {
                result.add(group.withItems(rewrite(group.items())));
            } else if (standsAlone(nodes, i) && isString(node.first())) {
                result.addAll(Pieces.insteadOf(node)
                        .text("laguna.string")
                        .group(List.of(node.withLead("")))
                        .list());
            } else {
                result.add(node);
            }
        }
        return result;
    }

    private static boolean standsAlone(List<Node> nodes, int at) {
        boolean begins = at == 0
                || nodes.get(at - 1).isSign(",")
                || nodes.get(at - 1).isSign("=")
                || nodes.get(at - 1).is("select", "then", "else");
        boolean ends = at + 1 == nodes.size()
                || nodes.get(at + 1).isSign(",")
                || nodes.get(at + 1).isSign("::")
                || nodes.get(at + 1).is("as", "when", "else", "end", "from", "where");
        return begins && ends;
    }

    private static boolean isString(Token token) {
        if (token.kind() != Kind.STRING) {
            return false;
        }
        String value = token.value().strip();
        boolean json = value.isEmpty() || BEGINS_JSON.indexOf(value.charAt(0)) >= 0;
        return !json && !value.equals("true") && !value.equals("false") && !value.equals("null");
    }
}
