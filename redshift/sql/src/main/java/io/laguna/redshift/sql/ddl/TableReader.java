package io.laguna.redshift.sql.ddl;

import io.laguna.redshift.sql.query.Columns;
import io.laguna.redshift.sql.query.Queries;
import io.laguna.redshift.sql.query.Relations;
import io.laguna.redshift.sql.statement.KeyConstraint;
import io.laguna.redshift.sql.statement.Statement;
import io.laguna.redshift.sql.text.Cursor;
import io.laguna.redshift.sql.text.Group;
import io.laguna.redshift.sql.text.Kind;
import io.laguna.redshift.sql.text.Node;
import io.laguna.redshift.sql.text.Pieces;
import io.laguna.redshift.sql.text.Printer;
import io.laguna.redshift.sql.text.QualifiedName;
import io.laguna.redshift.sql.text.SqlError;
import io.laguna.redshift.sql.text.Token;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The reader of CREATE TABLE and CREATE TABLE … AS.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/dg/r_CREATE_TABLE_NEW.html">CREATE TABLE</a>
 */
public final class TableReader {
    private final Cursor cursor;
    private final Token end;
    private final Columns catalog;
    private final PropertiesReader properties = new PropertiesReader();

    private TableReader(Cursor cursor, Token end, Columns catalog) {
        this.cursor = cursor;
        this.end = end;
        this.catalog = catalog;
    }

    /** Reads a statement; the cursor is after the word TABLE. */
    public static Statement read(Cursor cursor, Token end, Columns catalog) {
        return new TableReader(cursor, end, catalog).read();
    }

    private Statement read() {
        int word = cursor.at() - 1;
        boolean temporary = cursor.between(0, word).stream().anyMatch(node -> node.is("temp", "temporary"));
        cursor.takes("if", "not", "exists");
        QualifiedName table = cursor.qualifiedName();
        List<Node> head = new ArrayList<>(cursor.between(0, cursor.at()));
        if (!temporary && table.last().startsWith("#")) {
            temporary = true;
            head.add(word, Token.made(" ", "TEMP", head.get(word).first().place()));
        }
        Optional<Group> group = cursor.maybeGroup();
        properties.readAll(cursor);
        if (cursor.sees("as")) {
            return tableAs(head, table, temporary, group);
        }
        if (group.isEmpty()) {
            throw cursor.unexpected();
        }
        refuseStorage();
        cursor.expectEnd();
        ColumnReader columns = new ColumnReader(table.last(), catalog, properties);
        Optional<QualifiedName> like = like(group.get());
        List<Node> nodes = new ArrayList<>(head);
        nodes.add(group.get().withItems(columns(group.get(), columns)));
        return new Statement.CreateTable(
                Printer.print(nodes), table, temporary, properties.properties(), columns.constraints(), like);
    }

    private void refuseStorage() {
        if (cursor.peek().is("inherits", "tablespace", "partition", "using")) {
            throw SqlError.unsupported(
                    "CREATE TABLE with " + cursor.name().toUpperCase(Locale.ROOT) + " is not supported",
                    cursor.place());
        }
        cursor.takes("without", "oids");
    }

    private Statement tableAs(List<Node> head, QualifiedName table, boolean temporary, Optional<Group> columns) {
        List<Node> query = cursor.rest();
        Pieces pieces = Pieces.insteadOf(head.get(0)).nodes(head);
        columns.ifPresent(pieces::node);
        pieces.nodes(Queries.rewrite(query, end, catalog));
        return new Statement.CreateTableAs(
                Printer.print(pieces.list()), table, temporary, properties.properties(), Relations.of(query, end));
    }

    private static Optional<QualifiedName> like(Group group) {
        return group.list().stream()
                .map(item -> Cursor.in(group.withItems(item)))
                .filter(item -> item.takes("like"))
                .map(Cursor::qualifiedName)
                .findFirst();
    }

    private static boolean saysNotNull(List<Node> column) {
        for (int i = 1; i < column.size(); i++) {
            boolean said = (column.get(i - 1).is("not") && column.get(i).is("null"))
                    || column.get(i).first().text().equals(" NOT NULL");
            if (said) {
                return true;
            }
        }
        return false;
    }

    private List<Node> columns(Group group, ColumnReader reader) {
        List<List<Node>> written = new ArrayList<>();
        for (List<Node> item : group.list()) {
            Cursor each = new Cursor(item, group.close());
            if (ColumnReader.seesConstraint(each)) {
                reader.constraint(each);
                each.expectEnd();
            } else if (each.sees("like")) {
                written.add(item);
            } else {
                written.add(reader.column(each));
            }
        }
        Set<String> keys = new HashSet<>();
        reader.constraints().stream()
                .filter(constraint -> constraint.kind() == KeyConstraint.Kind.PRIMARY_KEY)
                .forEach(constraint -> keys.addAll(constraint.columns()));
        List<Node> nodes = new ArrayList<>();
        for (List<Node> column : written) {
            if (!nodes.isEmpty()) {
                nodes.add(new Token(
                        Kind.PUNCTUATION, "", ",", column.get(0).first().place()));
            }
            nodes.addAll(column);
            boolean isKey = column.get(0).isName()
                    && keys.contains(column.get(0).first().name());
            if (isKey && !saysNotNull(column)) {
                nodes.add(Token.made(" ", "NOT NULL", column.get(0).first().place()));
            }
        }
        return nodes;
    }
}
