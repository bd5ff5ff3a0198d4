package io.laguna.redshift.sql.ddl;

import io.laguna.redshift.sql.query.Columns;
import io.laguna.redshift.sql.statement.KeyConstraint;
import io.laguna.redshift.sql.statement.Statement;
import io.laguna.redshift.sql.text.Cursor;
import io.laguna.redshift.sql.text.Node;
import io.laguna.redshift.sql.text.Pieces;
import io.laguna.redshift.sql.text.Printer;
import io.laguna.redshift.sql.text.QualifiedName;
import io.laguna.redshift.sql.text.Rewritten;
import io.laguna.redshift.sql.text.SqlError;
import io.laguna.redshift.sql.type.SqlType;
import java.util.List;
import java.util.Optional;

/**
 * The reader of ALTER TABLE.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/dg/r_ALTER_TABLE.html">ALTER TABLE</a>
 */
public final class AlterReader {
    private final Cursor cursor;
    private final QualifiedName table;
    private final PropertiesReader properties = new PropertiesReader();
    private final ColumnReader columns;

    private AlterReader(Cursor cursor, Columns catalog) {
        this.cursor = cursor;
        cursor.takes("if", "exists");
        this.table = cursor.qualifiedName();
        this.columns = new ColumnReader(table.last(), catalog, properties);
    }

    /** Reads a statement; the cursor is after the words ALTER TABLE. */
    public static Statement read(Cursor cursor, Columns catalog) {
        return new AlterReader(cursor, catalog).read();
    }

    private Statement read() {
        List<Node> head = cursor.between(0, cursor.at());
        int action = cursor.at();
        if (cursor.takes("append", "from")) {
            return append();
        }
        if (cursor.sees("row", "level", "security") || cursor.sees("attach") || cursor.sees("detach")) {
            throw SqlError.unsupported("Row-level security is not implemented by Laguna", cursor.place());
        }
        if (cursor.takes("add")) {
            return add(head, action);
        }
        if (cursor.takes("drop", "constraint")) {
            String name = cursor.name();
            return altered(Optional.empty(), Optional.of(name));
        }
        if (cursor.takes("alter")) {
            return alter(head, action);
        }
        if (cursor.takes("drop")) {
            dropColumn();
        }
        return new Statement.PlainSql(Printer.print(cursor.all()), List.of(table));
    }

    /** Passes the column that is dropped: Redshift drops one at a time, and wants it to be there. */
    private void dropColumn() {
        cursor.takes("column");
        cursor.name();
        if (!cursor.takes("restrict")) {
            cursor.takes("cascade");
        }
        cursor.expectEnd();
    }

    private Statement append() {
        QualifiedName source = cursor.qualifiedName();
        boolean ignores = cursor.takes("ignoreextra");
        boolean fills = cursor.takes("filltarget");
        cursor.expectEnd();
        return new Statement.AppendTable(table, source, ignores, fills);
    }

    private Statement add(List<Node> head, int action) {
        if (ColumnReader.seesConstraint(cursor)) {
            columns.constraint(cursor);
            cursor.expectEnd();
            return altered(Optional.empty(), Optional.empty());
        }
        cursor.takes("column");
        Pieces pieces = Pieces.insteadOf(head.get(0)).nodes(head).nodes(cursor.between(action, cursor.at()));
        return altered(
                Optional.of(Printer.print(pieces.nodes(columns.column(cursor)).list())), Optional.empty());
    }

    private Statement alter(List<Node> head, int action) {
        if (!takesProperty()) {
            return alterColumn(head, action);
        }
        while (cursor.takesSign(",")) {
            cursor.expect("alter");
            if (!takesProperty()) {
                throw cursor.unexpected();
            }
        }
        cursor.expectEnd();
        return altered(Optional.empty(), Optional.empty());
    }

    /** Passes a change of what the table is sorted, distributed or encoded by, if one comes next. */
    private boolean takesProperty() {
        boolean next = cursor.sees("encode", "auto")
                || cursor.peek().is("diststyle", "distkey", "sortkey")
                || cursor.sees("compound", "sortkey")
                || cursor.sees("interleaved", "sortkey");
        if (next) {
            properties.readAll(cursor);
        }
        return next;
    }

    private Statement alterColumn(List<Node> head, int action) {
        cursor.takes("column");
        int place = cursor.place();
        String column = cursor.name();
        if (cursor.takes("type")) {
            Pieces pieces = Pieces.insteadOf(head.get(0)).nodes(head).nodes(cursor.between(action, cursor.at()));
            SqlType type = SqlType.read(cursor);
            boolean grows =
                    List.of("varchar", "character varying", "nvarchar", "text").contains(type.name());
            if (!grows) {
                throw SqlError.unsupported(
                        "target data type \"" + type.name() + "\" is not supported for ALTER COLUMN TYPE", place);
            }
            cursor.expectEnd();
            return altered(
                    Optional.of(Printer.print(
                            pieces.nodes(type.ofColumn(table.last(), column)).list())),
                    Optional.empty());
        }
        if (cursor.takes("encode")) {
            properties.encoding(column, cursor);
            while (cursor.takesSign(",")) {
                cursor.expect("alter");
                cursor.takes("column");
                String next = cursor.name();
                cursor.expect("encode");
                properties.encoding(next, cursor);
            }
            cursor.expectEnd();
            return altered(Optional.empty(), Optional.empty());
        }
        if (cursor.peek().is("set", "drop")) {
            throw SqlError.unsupported("ALTER COLUMN SET/DROP NOT NULL is not supported", place);
        }
        throw cursor.unexpected();
    }

    private Statement altered(Optional<Rewritten> sql, Optional<String> dropped) {
        List<KeyConstraint> constraints = columns.constraints();
        return new Statement.AlterTable(sql, table, properties.properties(), constraints, dropped);
    }
}
