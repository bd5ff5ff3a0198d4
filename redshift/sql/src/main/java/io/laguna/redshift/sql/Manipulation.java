package io.laguna.redshift.sql;

import io.laguna.redshift.sql.query.Columns;
import io.laguna.redshift.sql.query.Queries;
import io.laguna.redshift.sql.query.Relations;
import io.laguna.redshift.sql.statement.Statement;
import io.laguna.redshift.sql.text.Cursor;
import io.laguna.redshift.sql.text.Kind;
import io.laguna.redshift.sql.text.Node;
import io.laguna.redshift.sql.text.Pieces;
import io.laguna.redshift.sql.text.Printer;
import io.laguna.redshift.sql.text.Token;
import java.util.ArrayList;
import java.util.List;

/** The reader of DELETE and MERGE. */
final class Manipulation {
    private final List<Node> nodes;
    private final Token end;
    private final Columns catalog;

    Manipulation(List<Node> nodes, Token end, Columns catalog) {
        this.nodes = nodes;
        this.end = end;
        this.catalog = catalog;
    }

    /** Writes DELETE with its FROM, which Redshift does not ask for. */
    Statement delete() {
        if (nodes.size() < 2 || nodes.get(1).is("from")) {
            return plain(nodes);
        }
        List<Node> whole = new ArrayList<>(nodes);
        whole.add(1, new Token(Kind.WORD, " ", "FROM", nodes.get(1).first().place()));
        return plain(whole);
    }

    /**
     * Writes MERGE … REMOVE DUPLICATES: rows of the target that have a match go, and the source's rows come in, each once.
     *
     * @see <a href="https://docs.aws.amazon.com/redshift/latest/dg/r_MERGE.html">MERGE</a>
     */
    Statement merge() {
        Cursor cursor = new Cursor(nodes, end);
        cursor.expect("merge", "into");
        int target = cursor.at();
        cursor.qualifiedName();
        int name = cursor.at();
        skipTo(cursor, "using");
        List<Node> targetNodes = cursor.between(target, cursor.at());
        cursor.expect("using");
        int source = cursor.at();
        skipTo(cursor, "on");
        List<Node> sourceNodes = cursor.between(source, cursor.at());
        cursor.expect("on");
        int condition = cursor.at();
        int size = nodes.size();
        boolean removes = size > 2
                && nodes.get(size - 2).is("remove")
                && nodes.get(size - 1).is("duplicates");
        if (!removes) {
            return plain(nodes);
        }
        List<Node> rewritten = Pieces.insteadOf(nodes.get(0))
                .text("WITH laguna_removed AS (DELETE FROM")
                .nodes(targetNodes)
                .text(" USING")
                .nodes(sourceNodes)
                .text(" WHERE")
                .nodes(cursor.between(condition, size - 2))
                .text(") INSERT INTO")
                .nodes(cursor.between(target, name))
                .text(" SELECT DISTINCT * FROM")
                .nodes(sourceNodes)
                .list();
        return new Statement.PlainSql(
                Printer.print(Queries.rewrite(rewritten, end, catalog)), Relations.of(nodes, end));
    }

    private static void skipTo(Cursor cursor, String word) {
        while (!cursor.ended() && !cursor.sees(word)) {
            cursor.next();
        }
    }

    private Statement plain(List<Node> statement) {
        return new Statement.PlainSql(
                Printer.print(Queries.rewrite(statement, end, catalog)), Relations.of(statement, end));
    }
}
