package io.laguna.redshift.sql.query;

import io.laguna.redshift.sql.text.Cursor;
import io.laguna.redshift.sql.text.Group;
import io.laguna.redshift.sql.text.Node;
import io.laguna.redshift.sql.text.QualifiedName;
import io.laguna.redshift.sql.text.Token;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The names that stand where a statement names tables and views. */
public final class Relations {
    private static final String[] BEFORE = {"from", "join", "into", "update", "using", "table"};
    private static final String[] ENDS = {
        "where",
        "group",
        "order",
        "having",
        "limit",
        "on",
        "set",
        "values",
        "select",
        "qualify",
        "window",
        "union",
        "except",
        "intersect",
        "minus",
        "when"
    };

    private final Set<QualifiedName> names = new LinkedHashSet<>();

    private Relations() {}

    /** Returns the names in a statement, without those of queries in WITH. */
    public static List<QualifiedName> of(List<Node> nodes, Token end) {
        Relations relations = new Relations();
        relations.read(nodes, end);
        return new ArrayList<>(relations.names);
    }

    private void read(List<Node> nodes, Token end) {
        boolean inList = false;
        for (int i = 0; i < nodes.size(); i++) {
            Node node = nodes.get(i);
            boolean keyword = node.is(BEFORE) && !(i > 0 && nodes.get(i - 1).isSign("."));
            if (keyword || (inList && node.isSign(","))) {
                inList = node.is("from") || node.is("using") || node.isSign(",") || (node.is("join") && inList);
                Cursor cursor = new Cursor(nodes, end);
                cursor.moveTo(i + 1);
                while (cursor.peek().is("only", "lateral", "if", "not", "exists", "temp", "temporary", "table")) {
                    cursor.next();
                }
                boolean words = cursor.peek().is("select", "values", "set");
                if (cursor.peek().isName() && !words) {
                    QualifiedName name = cursor.qualifiedName();
                    boolean call = cursor.peek().isParenthesis() && !node.is("into", "table");
                    if (!call) {
                        names.add(name);
                    }
                }
            } else if (node.is(ENDS)) {
                inList = false;
            }
            if (node instanceof Group group) {
                boolean takesFrom = i > 0 && nodes.get(i - 1).is("extract", "trim", "substring", "overlay");
                read(takesFrom ? List.of() : group.items(), group.close());
            }
        }
        withoutQueries(nodes);
    }

    private void withoutQueries(List<Node> nodes) {
        for (int i = 0; i + 2 < nodes.size(); i++) {
            boolean query = nodes.get(i + 1).is("as") && nodes.get(i + 2).isParenthesis();
            boolean withColumns =
                    nodes.get(i + 1).isParenthesis() && nodes.get(i + 2).is("as");
            if (nodes.get(i).isName() && (query || withColumns)) {
                names.remove(new QualifiedName(List.of(nodes.get(i).first().name())));
            }
        }
    }
}
