package io.laguna.redshift.sql.query;

import io.laguna.redshift.sql.text.Cursor;
import io.laguna.redshift.sql.text.Group;
import io.laguna.redshift.sql.text.Kind;
import io.laguna.redshift.sql.text.Node;
import io.laguna.redshift.sql.text.QualifiedName;
import io.laguna.redshift.sql.text.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A relation in a FROM clause.
 *
 * @param name the name of a table or view, empty for a query in brackets
 * @param query the query in brackets
 * @param alias what it is called in the query
 * @param columns the columns' aliases after the alias
 */
record Relation(Optional<QualifiedName> name, Optional<Group> query, Optional<String> alias, List<String> columns) {
    private static final String[] ENDS = {
        "join",
        "inner",
        "left",
        "right",
        "full",
        "cross",
        "natural",
        "on",
        "using",
        "where",
        "pivot",
        "unpivot",
        "tablesample"
    };

    /** Returns the relations of a FROM clause, joined ones among them. */
    static List<Relation> of(List<Node> body, Token end) {
        List<Relation> relations = new ArrayList<>();
        for (List<Node> item : Group.split(body)) {
            boolean expected = true;
            Cursor cursor = new Cursor(item, end);
            while (!cursor.ended()) {
                if (expected) {
                    read(cursor).ifPresent(relations::add);
                    expected = false;
                } else if (cursor.next().is("join")) {
                    expected = true;
                }
            }
        }
        return relations;
    }

    /** Passes a relation with its alias. */
    static Optional<Relation> read(Cursor cursor) {
        cursor.takes("lateral");
        cursor.takes("only");
        Optional<QualifiedName> name = Optional.empty();
        Optional<Group> query = Optional.empty();
        if (cursor.peek().isParenthesis()) {
            query = cursor.maybeGroup();
        } else if (cursor.peek().isName()) {
            name = Optional.of(cursor.qualifiedName());
            if (cursor.peek().isParenthesis()) {
                cursor.next();
            }
        } else if (cursor.peek().isOf(Kind.MADE) && cursor.peek(1).isParenthesis()) {
            // An array of SUPER's, as Arrays has written it.
            cursor.next();
            cursor.next();
        } else {
            return Optional.empty();
        }
        boolean as = cursor.takes("as");
        Optional<String> alias = Optional.empty();
        if (cursor.peek().isName() && (as || !cursor.peek().is(ENDS))) {
            alias = Optional.of(cursor.name());
        }
        List<String> columns = alias.isEmpty()
                ? List.of()
                : cursor.maybeGroup().stream()
                        .flatMap(group -> group.list().stream())
                        .filter(column -> !column.isEmpty())
                        .map(column -> column.get(0).first().name())
                        .toList();
        return Optional.of(new Relation(name, query, alias, columns));
    }

    /** Returns what columns of the relation are qualified with. */
    Optional<String> qualifier() {
        return alias.or(() -> name.map(QualifiedName::last));
    }
}
