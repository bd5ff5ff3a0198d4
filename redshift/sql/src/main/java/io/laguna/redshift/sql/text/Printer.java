package io.laguna.redshift.sql.text;

import java.util.ArrayList;
import java.util.List;

/** A writer of nodes as text for PostgreSQL. */
public final class Printer {
    private final StringBuilder text = new StringBuilder();
    private final List<Rewritten.Place> places = new ArrayList<>();

    private Printer() {}

    /** Returns nodes as text, from the first token's own characters on, and where each token came from. */
    public static Rewritten print(List<Node> nodes) {
        Printer printer = new Printer();
        nodes.forEach(printer::node);
        return new Rewritten(printer.text.toString(), printer.places);
    }

    /** Returns nodes as text, without the blanks around it. */
    public static String text(List<Node> nodes) {
        return print(nodes).text().strip();
    }

    private void node(Node node) {
        if (node instanceof Token token) {
            token(token);
        } else if (node instanceof Group group) {
            token(group.open());
            group.items().forEach(this::node);
            token(group.close());
        }
    }

    private void token(Token token) {
        text.append(token.lead());
        boolean joins = token.kind() == Kind.WORD && token.lead().isEmpty() && !text.isEmpty();
        if (joins && Character.isDigit(text.charAt(text.length() - 1))) {
            // PostgreSQL takes no word right after a number.
            text.append(' ');
        }
        boolean escaped = token.kind() == Kind.STRING
                && token.text().charAt(0) == '\''
                && token.text().indexOf('\\') > 0;
        if (escaped) {
            text.append('E');
        }
        places.add(new Rewritten.Place(text.length(), token.place(), token.kind() != Kind.MADE));
        text.append(token.text());
    }
}
