package io.laguna.redshift.sql.expression;

import io.laguna.redshift.sql.text.Cursor;
import io.laguna.redshift.sql.text.Group;
import io.laguna.redshift.sql.text.Kind;
import io.laguna.redshift.sql.text.Node;
import io.laguna.redshift.sql.text.Pieces;
import io.laguna.redshift.sql.text.Token;
import io.laguna.redshift.sql.type.SqlType;
import java.util.ArrayList;
import java.util.List;

/** The rewriting of calls, casts and names of values in a list of nodes. The groups in it are rewritten before. */
public final class Expressions {
    private final List<Node> nodes;
    private final Token end;
    private final List<Node> result = new ArrayList<>();
    private int at;

    private Expressions(List<Node> nodes, Token end) {
        this.nodes = List.copyOf(nodes);
        this.end = end;
    }

    /**
     * Returns nodes with PostgreSQL's expressions.
     *
     * @param end the token after the nodes
     */
    public static List<Node> rewrite(List<Node> nodes, Token end) {
        return new Expressions(nodes, end).read();
    }

    private List<Node> read() {
        while (at < nodes.size()) {
            Node node = nodes.get(at);
            if (node.isSign("::") && at + 1 < nodes.size() && nodes.get(at + 1).isName()) {
                cast();
            } else if (Aggregates.approximate(nodes, at).isPresent()) {
                at++;
                int first = result.size();
                call();
                result.set(first, result.get(first).withLead(node.first().lead()));
            } else if (callsHere()) {
                call();
            } else if (node.is("sysdate", "current_aws_account", "current_namespace", "current_user_id")
                    && !afterDot()
                    && !afterAs()) {
                result.addAll(Pieces.insteadOf(node)
                        .text("laguna.")
                        .node(node.withLead(""))
                        .text("()")
                        .list());
                at++;
            } else {
                result.add(node);
                at++;
            }
        }
        return result;
    }

    private void cast() {
        result.add(nodes.get(at));
        Cursor cursor = new Cursor(nodes, end);
        cursor.moveTo(at + 1);
        result.addAll(SqlType.read(cursor).ofValue());
        at = cursor.at();
    }

    private void call() {
        Token name = (Token) nodes.get(at);
        Cursor cursor = new Cursor(nodes, end);
        cursor.moveTo(at);
        if (name.is("cast", "try_cast")) {
            Group group = (Group) nodes.get(at + 1);
            result.addAll(name.is("cast") ? List.of(name, Casts.cast(group)) : Casts.tryCast(name, group));
            at += 2;
            return;
        }
        Call call = Call.read(cursor);
        result.addAll(Functions.rewrite(call).orElseGet(() -> nodes.subList(at, cursor.at())));
        at = cursor.at();
    }

    /** Tells whether a call without a schema is here, and no name of a table with its columns. */
    private boolean callsHere() {
        boolean call = at + 1 < nodes.size()
                && nodes.get(at).isOf(Kind.WORD)
                && nodes.get(at + 1).isParenthesis()
                && !afterDot();
        return call
                && !(at > 0
                        && nodes.get(at - 1).is("table", "into", "view", "references", "as", "procedure", "function"));
    }

    private boolean afterDot() {
        return at > 0 && nodes.get(at - 1).isSign(".");
    }

    private boolean afterAs() {
        return at > 0 && nodes.get(at - 1).is("as");
    }
}
