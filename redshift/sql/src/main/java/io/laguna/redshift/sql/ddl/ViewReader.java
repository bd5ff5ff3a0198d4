package io.laguna.redshift.sql.ddl;

import io.laguna.redshift.sql.query.Columns;
import io.laguna.redshift.sql.query.Queries;
import io.laguna.redshift.sql.query.Relations;
import io.laguna.redshift.sql.statement.Statement;
import io.laguna.redshift.sql.text.Cursor;
import io.laguna.redshift.sql.text.Group;
import io.laguna.redshift.sql.text.Node;
import io.laguna.redshift.sql.text.Pieces;
import io.laguna.redshift.sql.text.Printer;
import io.laguna.redshift.sql.text.QualifiedName;
import io.laguna.redshift.sql.text.Rewritten;
import io.laguna.redshift.sql.text.SqlError;
import io.laguna.redshift.sql.text.Token;
import java.util.List;
import java.util.Optional;

/**
 * The reader of views, late-binding ones and materialized ones among them.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/dg/r_CREATE_VIEW.html">CREATE VIEW</a>
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/dg/materialized-view-create-sql-command.html">CREATE
 *     MATERIALIZED VIEW</a>
 */
public final class ViewReader {
    private ViewReader() {}

    /** Reads a statement; the cursor is after the word VIEW. */
    public static Statement view(Cursor cursor, Token end, Columns catalog) {
        QualifiedName view = cursor.qualifiedName();
        Optional<Group> columns = cursor.maybeGroup();
        List<Node> head = cursor.between(0, cursor.at());
        List<Node> rest = cursor.rest();
        boolean late = rest.size() > 4
                && new Cursor(rest.subList(rest.size() - 4, rest.size()), end).sees("with", "no", "schema", "binding");
        cursor.expect("as");
        List<Node> as = rest.subList(0, 1);
        List<Node> query = Queries.rewrite(rest.subList(1, late ? rest.size() - 4 : rest.size()), end, catalog);
        if (query.isEmpty()) {
            throw SqlError.near(end);
        }
        List<QualifiedName> relations = Relations.of(query, end);
        if (late && relations.stream().anyMatch(name -> name.schema().isEmpty())) {
            throw SqlError.of(
                    "42P01",
                    "All the relation names inside should be qualified when creating views with no schema binding.",
                    query.get(0).first().place());
        }
        Pieces pieces = Pieces.insteadOf(head.get(0)).nodes(head).nodes(as).nodes(query);
        return new Statement.CreateView(
                Printer.print(pieces.list()),
                view,
                head.stream().anyMatch(node -> node.is("replace")),
                columns.map(PropertiesReader::names).orElse(List.of()),
                Printer.print(Pieces.trimmed(query)),
                late,
                relations);
    }

    /** Reads CREATE MATERIALIZED VIEW; the cursor is after these words. */
    public static Statement materialized(Cursor cursor, Token end, Columns catalog) {
        QualifiedName view = cursor.qualifiedName();
        Optional<Group> columns = cursor.maybeGroup();
        List<Node> head = cursor.between(0, cursor.at());
        PropertiesReader properties = new PropertiesReader();
        boolean refreshes = false;
        while (!cursor.sees("as")) {
            if (cursor.takes("auto", "refresh")) {
                refreshes = PropertiesReader.yes(cursor);
            } else if (!properties.read(cursor)) {
                throw cursor.unexpected();
            }
        }
        List<Node> query = cursor.rest();
        Pieces pieces = Pieces.insteadOf(head.get(0)).nodes(head).nodes(Queries.rewrite(query, end, catalog));
        if (columns.isPresent() && columns.get().items().isEmpty()) {
            throw SqlError.near(columns.get().close());
        }
        return new Statement.CreateMaterializedView(
                Printer.print(pieces.list()), view, properties.properties(), refreshes, Relations.of(query, end));
    }

    /** Reads REFRESH MATERIALIZED VIEW; the cursor is after these words. */
    public static Statement refresh(Cursor cursor) {
        QualifiedName view = cursor.qualifiedName();
        Rewritten sql = Printer.print(cursor.between(0, cursor.at()));
        boolean cascade = cursor.takes("cascade");
        if (!cascade) {
            cursor.takes("restrict");
        }
        cursor.expectEnd();
        return new Statement.RefreshMaterializedView(sql, view, cascade);
    }

    /** Reads ALTER MATERIALIZED VIEW; the cursor is after these words. */
    public static Statement alter(Cursor cursor) {
        QualifiedName view = cursor.qualifiedName();
        if (!cursor.takes("auto", "refresh")) {
            return new Statement.PlainSql(Printer.print(cursor.all()), List.of(view));
        }
        boolean refreshes = PropertiesReader.yes(cursor);
        cursor.expectEnd();
        return new Statement.AlterMaterializedView(view, refreshes);
    }
}
