package io.laguna.redshift.sql.session;

import io.laguna.redshift.sql.statement.Statement;
import io.laguna.redshift.sql.text.Cursor;
import io.laguna.redshift.sql.text.Names;
import io.laguna.redshift.sql.text.Pieces;
import io.laguna.redshift.sql.text.Printer;
import io.laguna.redshift.sql.text.SqlError;
import java.util.List;

/**
 * The reader of CREATE DATABASE and ALTER DATABASE.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/dg/r_CREATE_DATABASE.html">CREATE DATABASE</a>
 */
public final class DatabaseReader {
    private final Cursor cursor;
    private final StringBuilder sql;

    private DatabaseReader(Cursor cursor, String verb) {
        this.cursor = cursor;
        this.sql = new StringBuilder(verb).append(" DATABASE ").append(Names.quoted(cursor.name()));
    }

    /** Reads a statement; the cursor is after the words CREATE DATABASE. */
    public static Statement create(Cursor cursor) {
        DatabaseReader reader = new DatabaseReader(cursor, "CREATE");
        cursor.takes("with");
        while (!cursor.ended()) {
            reader.option();
        }
        return reader.statement();
    }

    /** Reads a statement; the cursor is after the words ALTER DATABASE. */
    public static Statement alter(Cursor cursor) {
        DatabaseReader reader = new DatabaseReader(cursor, "ALTER");
        if (cursor.peek().is("rename", "owner", "set", "reset")) {
            return new Statement.PlainSql(Printer.print(cursor.all()), List.of());
        }
        cursor.takes("with");
        String before = reader.sql.toString();
        while (!cursor.ended()) {
            reader.option();
        }
        if (reader.sql.toString().equals(before)) {
            reader.sql.append(" CONNECTION LIMIT -1");
        }
        return reader.statement();
    }

    private void option() {
        int place = cursor.place();
        if (cursor.takes("owner")) {
            cursor.takesSign("=");
            sql.append(" OWNER ").append(Names.quoted(cursor.name()));
        } else if (cursor.takes("connection", "limit")) {
            sql.append(" CONNECTION LIMIT ").append(cursor.takes("unlimited") ? "-1" : Long.toString(cursor.number()));
        } else if (cursor.takes("collate")) {
            if (cursor.takes("case_insensitive") || cursor.takes("ci")) {
                throw SqlError.unsupported(
                        "COLLATE CASE_INSENSITIVE of a database is not implemented by Laguna", place);
            }
            if (!cursor.takes("cs")) {
                cursor.expect("case_sensitive");
            }
        } else if (cursor.takes("isolation", "level")) {
            if (cursor.takes("serializable")) {
                throw SqlError.unsupported(
                        "ISOLATION LEVEL SERIALIZABLE of a database is not implemented by Laguna", place);
            }
            cursor.expect("snapshot");
        } else if (cursor.sees("from")) {
            throw SqlError.unsupported("CREATE DATABASE FROM is not implemented by Laguna", place);
        } else if (cursor.sees("iam_role")) {
            throw SqlError.unsupported("IAM_ROLE of a database is not implemented by Laguna", place);
        } else if (cursor.sees("permissions", "from")) {
            throw SqlError.unsupported("CREATE DATABASE WITH PERMISSIONS is not implemented by Laguna", place);
        } else {
            throw cursor.unexpected();
        }
    }

    private Statement statement() {
        return new Statement.PlainSql(
                Printer.print(Pieces.insteadOf(cursor.all().get(0))
                        .text(sql.toString())
                        .list()),
                List.of());
    }
}
