package io.laguna.redshift.sql.ddl;

import io.laguna.redshift.sql.text.Cursor;
import io.laguna.redshift.sql.text.Kind;
import io.laguna.redshift.sql.text.Node;
import io.laguna.redshift.sql.text.Token;
import io.laguna.redshift.sql.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A parameter of a procedure or function, which Redshift writes with its mode before or after its name.
 *
 * @param mode IN, OUT or INOUT
 * @param type PostgreSQL's type
 * @param rest what follows the type
 */
record RoutineParameter(Optional<Node> mode, Optional<Node> name, List<Node> type, List<Node> rest) {
    /** Reads a parameter. */
    static RoutineParameter read(List<Node> parameter, Token end) {
        Cursor cursor = new Cursor(parameter, end);
        Optional<Node> before = mode(cursor);
        boolean named = cursor.peek().isName()
                && cursor.peek(1).isName()
                && !cursor.sees("double", "precision")
                && !cursor.peek(1).is("varying", "with", "without");
        Optional<Node> name = named ? Optional.of(cursor.next()) : Optional.empty();
        Optional<Node> mode = before.or(() -> mode(cursor));
        List<Node> type = List.copyOf(SqlType.read(cursor).ofValue());
        return new RoutineParameter(mode, name, type, List.copyOf(cursor.rest()));
    }

    private static Optional<Node> mode(Cursor cursor) {
        return cursor.peek().is("in", "out", "inout") ? Optional.of(cursor.next()) : Optional.empty();
    }

    boolean isOut() {
        return mode.filter(node -> node.is("out")).isPresent();
    }

    boolean isInOut() {
        return mode.filter(node -> node.is("inout")).isPresent();
    }

    /** Returns the parameter without its mode. */
    List<Node> nodes() {
        List<Node> nodes = new ArrayList<>();
        name.ifPresent(nodes::add);
        nodes.addAll(type);
        nodes.addAll(rest);
        return nodes;
    }

    /** Returns parameters with commas between them. */
    static List<Node> joined(List<List<Node>> parameters, Token end) {
        List<Node> nodes = new ArrayList<>();
        for (List<Node> parameter : parameters) {
            if (!nodes.isEmpty()) {
                nodes.add(new Token(Kind.PUNCTUATION, "", ",", end.place()));
            }
            nodes.addAll(parameter);
        }
        return nodes;
    }
}
