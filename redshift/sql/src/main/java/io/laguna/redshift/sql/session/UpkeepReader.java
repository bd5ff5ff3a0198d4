package io.laguna.redshift.sql.session;

import io.laguna.redshift.sql.statement.Statement;
import io.laguna.redshift.sql.text.Cursor;
import io.laguna.redshift.sql.text.Group;
import io.laguna.redshift.sql.text.Pieces;
import io.laguna.redshift.sql.text.Printer;
import io.laguna.redshift.sql.text.QualifiedName;
import io.laguna.redshift.sql.text.Rewritten;
import java.util.Optional;

/** The reader of ANALYZE and VACUUM. */
public final class UpkeepReader {
    private UpkeepReader() {}

    /** Reads ANALYZE; the cursor is after this word. */
    public static Statement analyze(Cursor cursor) {
        boolean compression = cursor.takes("compression");
        cursor.takes("verbose");
        Optional<QualifiedName> table = table(cursor);
        Optional<Group> columns = cursor.maybeGroup();
        if (!cursor.takes("predicate", "columns")) {
            cursor.takes("all", "columns");
        }
        if (compression && cursor.takes("comprows")) {
            cursor.number();
        }
        cursor.expectEnd();
        String sql = "ANALYZE" + table.map(name -> " " + name.sql()).orElse("")
                + columns.map(group -> " (" + Printer.text(group.items()) + ")").orElse("");
        return new Statement.Analyze(made(cursor, sql), table, compression);
    }

    /** Reads VACUUM; the cursor is after this word. */
    public static Statement vacuum(Cursor cursor) {
        String kind = "full";
        if (cursor.takes("sort", "only")) {
            kind = "sort only";
        } else if (cursor.takes("delete", "only")) {
            kind = "delete only";
        } else if (cursor.peek().is("full", "reindex", "recluster")) {
            kind = cursor.name();
        }
        Optional<QualifiedName> table = cursor.sees("boost") || cursor.sees("to") ? Optional.empty() : table(cursor);
        if (cursor.takes("to")) {
            cursor.number();
            cursor.expect("percent");
        }
        cursor.takes("boost");
        cursor.expectEnd();
        // Rows keep no order in PostgreSQL: what is left of a VACUUM is what makes room.
        return new Statement.Vacuum(
                made(cursor, "VACUUM" + table.map(name -> " " + name.sql()).orElse("")), kind, table);
    }

    private static Optional<QualifiedName> table(Cursor cursor) {
        return cursor.peek().isName() ? Optional.of(cursor.qualifiedName()) : Optional.empty();
    }

    private static Rewritten made(Cursor cursor, String sql) {
        return Printer.print(Pieces.insteadOf(cursor.all().get(0)).text(sql).list());
    }
}
