package io.laguna.redshift.sql.ddl;

import io.laguna.redshift.sql.statement.Statement;
import io.laguna.redshift.sql.text.Literals;
import io.laguna.redshift.sql.text.Node;
import io.laguna.redshift.sql.text.Pieces;
import io.laguna.redshift.sql.text.Printer;
import io.laguna.redshift.sql.text.Rewritten;
import io.laguna.redshift.sql.text.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The statements in the body of a procedure that PostgreSQL would not take. A definition becomes PostgreSQL's; what is
 * Laguna's to carry out, and all that is put together at run time, is asked for by {@code laguna.read} when its turn comes.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/dg/c_PLpgSQL-statements.html">Supported PL/pgSQL statements</a>
 */
public final class BodyStatements {
    /** The words that begin statements whose reading is no query's. */
    private static final String[] READ = {
        "create", "alter", "drop", "copy", "unload", "merge", "grant", "revoke", "analyze", "vacuum", "refresh"
    };

    private final List<Node> nodes;
    private final Token end;
    private final Reader reader;
    private final List<Node> result = new ArrayList<>();

    /** The reader of one statement. */
    @FunctionalInterface
    public interface Reader {
        /**
         * Returns what a statement says.
         *
         * @param end the token after the statement
         */
        Statement read(List<Node> statement, Token end);
    }

    private BodyStatements(List<Node> nodes, Token end, Reader reader) {
        this.nodes = nodes;
        this.end = end;
        this.reader = reader;
    }

    static List<Node> rewrite(List<Node> body, Token end, Reader reader) {
        return new BodyStatements(body, end, reader).rewrite();
    }

    private List<Node> rewrite() {
        int at = 0;
        while (at < nodes.size()) {
            Node node = nodes.get(at);
            if (node.is("execute")) {
                result.add(node);
                at = executed(at + 1);
            } else if (node.is(READ) && begins(at)) {
                int after = until(at, true);
                statement(nodes.subList(at, after));
                at = after;
            } else {
                result.add(node);
                at++;
            }
        }
        return result;
    }

    /** Tells whether a statement begins here: the word may be a column's name elsewhere. */
    private boolean begins(int at) {
        return at > 0
                && (nodes.get(at - 1).isSign(";")
                        || nodes.get(at - 1).isSign(">>")
                        || nodes.get(at - 1).is("begin", "then", "else", "loop"));
    }

    /** Returns where a statement ends, or the SQL that is executed. */
    private int until(int from, boolean whole) {
        int at = from;
        while (at < nodes.size()
                && !nodes.get(at).isSign(";")
                && (whole || !nodes.get(at).is("into", "using", "loop"))) {
            at++;
        }
        return at;
    }

    /** Lets Laguna read what is executed. */
    private int executed(int from) {
        int after = until(from, false);
        List<Node> text = nodes.subList(from, after);
        if (text.isEmpty()) {
            return from;
        }
        Pieces pieces = Pieces.insteadOf(text.get(0)).text("laguna.read").group(Pieces.trimmed(text));
        result.addAll(pieces.list());
        return after;
    }

    private void statement(List<Node> statement) {
        Token first = statement.get(0).first();
        String text = Printer.print(Pieces.trimmed(statement)).text();
        Optional<Rewritten> sql = engines(reader.read(statement, end));
        result.add(Token.made(
                first.lead(),
                sql.map(Rewritten::text)
                        .map(String::strip)
                        .orElseGet(() -> "EXECUTE laguna.read(" + Literals.quoted(text) + ")"),
                first.place()));
    }

    /** Returns what PostgreSQL runs alone, in which the procedure's variables have their values. */
    private static Optional<Rewritten> engines(Statement statement) {
        if (statement instanceof Statement.PlainSql plain) {
            return Optional.of(plain.sql());
        } else if (statement instanceof Statement.CreateTableAs table) {
            return Optional.of(table.sql());
        } else if (statement instanceof Statement.CreateTable table && table.temporary()) {
            return Optional.of(table.sql());
        } else if (statement instanceof Statement.RefreshMaterializedView view) {
            return Optional.of(view.sql());
        }
        return Optional.empty();
    }
}
