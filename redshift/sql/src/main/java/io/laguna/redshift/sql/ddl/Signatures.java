package io.laguna.redshift.sql.ddl;

import io.laguna.redshift.sql.text.Cursor;
import io.laguna.redshift.sql.text.Group;
import io.laguna.redshift.sql.text.Node;
import io.laguna.redshift.sql.text.Pieces;
import io.laguna.redshift.sql.text.Token;
import java.util.ArrayList;
import java.util.List;

/**
 * The rewriting of a procedure's or function's parameters where a statement only names it: DROP, ALTER, GRANT, REVOKE.
 * Those that are OUT are the last ones, as {@link RoutineReader} makes them.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/dg/r_DROP_PROCEDURE.html">DROP PROCEDURE</a>
 */
public final class Signatures {
    private Signatures() {}

    /** Returns a statement's nodes with PostgreSQL's parameters after each name of a routine. */
    public static List<Node> rewrite(List<Node> nodes, Token end) {
        List<Node> result = new ArrayList<>(nodes);
        Cursor cursor = new Cursor(nodes, end);
        boolean routine = false;
        while (!cursor.ended()) {
            if (cursor.next().is("procedure", "function")) {
                cursor.takes("if", "exists");
                routine = true;
            }
            if (routine && cursor.peek().isName()) {
                cursor.qualifiedName();
                if (cursor.peek() instanceof Group group && group.isParenthesis()) {
                    result.set(cursor.at(), group.withItems(parameters(group)));
                    cursor.next();
                }
                routine = cursor.peek().isSign(",");
            }
        }
        return result;
    }

    private static List<Node> parameters(Group group) {
        List<List<Node>> given = new ArrayList<>();
        List<List<Node>> out = new ArrayList<>();
        for (List<Node> nodes : group.list()) {
            RoutineParameter parameter = RoutineParameter.read(nodes, group.close());
            List<List<Node>> to = parameter.isOut() ? out : given;
            to.add(Pieces.insteadOf(nodes.get(0)).nodes(parameter.type()).list());
        }
        given.addAll(out);
        return RoutineParameter.joined(given, group.close());
    }
}
