package io.laguna.redshift.sql.session;

import io.laguna.redshift.sql.ddl.Signatures;
import io.laguna.redshift.sql.statement.Statement;
import io.laguna.redshift.sql.text.Cursor;
import io.laguna.redshift.sql.text.Node;
import io.laguna.redshift.sql.text.Pieces;
import io.laguna.redshift.sql.text.Printer;
import io.laguna.redshift.sql.text.SqlError;
import io.laguna.redshift.sql.text.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The reader of GRANT and REVOKE: roles and groups are roles in PostgreSQL.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/dg/r_GRANT.html">GRANT</a>
 */
public final class GrantReader {
    private static final Set<String> NO_PRIVILEGES = Set.of(
            "drop", "alter", "assumerole", "share", "explain", "ignore", "access", "vacuum", "analyze", "cancel");

    private GrantReader() {}

    /** Reads a statement; the cursor is after the word GRANT or REVOKE. */
    public static Statement read(Cursor cursor) {
        List<Node> nodes = new ArrayList<>(cursor.between(0, cursor.at()));
        boolean ofRole = cursor.sees("role");
        boolean ofDefaults = nodes.get(0).is("alter");
        boolean privileges = true;
        while (!cursor.ended()) {
            Node node = cursor.next();
            privileges &= !node.is("on", "to", "from");
            check(node, privileges && !ofRole, cursor);
            boolean before = nodes.get(nodes.size() - 1).is("to", "from", "for")
                    || nodes.get(nodes.size() - 1).isSign(",");
            boolean role = node.is("role")
                    && (before || (ofRole && nodes.size() == 1))
                    && cursor.peek().isName();
            boolean group = node.is("group") && before && cursor.peek().isName();
            if (role || group) {
                Node name = cursor.next();
                nodes.add(name.withLead(node.first().lead()));
            } else if (ofDefaults
                    && node.is("procedures")
                    && nodes.get(nodes.size() - 1).is("on")) {
                // Default privileges: PostgreSQL has those of functions and procedures together.
                nodes.addAll(Pieces.insteadOf(node).text("ROUTINES").list());
            } else {
                nodes.add(node);
            }
        }
        return new Statement.PlainSql(Printer.print(Signatures.rewrite(nodes, cursor.end())), List.of());
    }

    /** Fails at what Laguna has not: the cursor is after the word. */
    private static void check(Node node, boolean privileges, Cursor cursor) {
        String word = node.first().text();
        if (privileges && node.is(NO_PRIVILEGES.toArray(String[]::new))) {
            throw unsupported("The privilege " + word, node.first());
        }
        if (privileges && node.is("create") && cursor.peek().isName() && !cursor.sees("on")) {
            throw unsupported("The privilege create " + cursor.peek().first().text(), node.first());
        }
        if (node.is("role") && cursor.peek().is("sys") && cursor.peek(1).isSign(":")) {
            throw unsupported(
                    "The role sys:" + cursor.peek(2).first().text(),
                    cursor.peek().first());
        }
        boolean external = node.is("external") && cursor.peek().is("table", "schema");
        if (external || node.is("datashare", "model", "catalog", "copy")) {
            throw unsupported("A privilege on " + word, node.first());
        }
    }

    private static SqlError unsupported(String what, Token token) {
        return SqlError.unsupported(what + " is not implemented by Laguna", token.place());
    }
}
