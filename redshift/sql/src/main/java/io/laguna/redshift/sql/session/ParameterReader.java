package io.laguna.redshift.sql.session;

import io.laguna.redshift.sql.expression.Parameters;
import io.laguna.redshift.sql.statement.Statement;
import io.laguna.redshift.sql.statement.Statement.Parameter.Verb;
import io.laguna.redshift.sql.text.Cursor;
import io.laguna.redshift.sql.text.Group;
import io.laguna.redshift.sql.text.Kind;
import io.laguna.redshift.sql.text.Literals;
import io.laguna.redshift.sql.text.Node;
import io.laguna.redshift.sql.text.Pieces;
import io.laguna.redshift.sql.text.Printer;
import io.laguna.redshift.sql.text.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The reader of SET, RESET and SHOW of parameters. Those that only Redshift has become settings with the prefix
 * {@code laguna}.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/dg/cm_chap_ConfigurationRef.html">Configuration reference</a>
 */
public final class ParameterReader {
    private ParameterReader() {}

    /** Reads SET; the cursor is after this word. */
    public static Statement set(Cursor cursor) {
        Node verb = cursor.all().get(0);
        if (cursor.sees("session", "characteristics")
                || cursor.sees("session", "authorization")
                || cursor.sees("transaction")
                || cursor.sees("constraints")
                || cursor.sees("time", "zone")) {
            return new Statement.PlainSql(Printer.print(cursor.all()), List.of());
        }
        boolean local = cursor.takes("local");
        if (!local) {
            cursor.takes("session");
        }
        int at = cursor.at();
        String name = cursor.qualifiedName().toString();
        boolean to = cursor.takes("to") || cursor.takesSign("=");
        if (!to) {
            throw cursor.unexpected();
        }
        String value = value(cursor.rest());
        if (!Parameters.isOwn(name)) {
            return parameter(cursor.all(), Verb.SET, name, Optional.of(value));
        }
        Pieces pieces = Pieces.insteadOf(verb).nodes(cursor.between(0, at)).text(" laguna." + name + " TO ");
        boolean byDefault = value.equals("default") && !cursor.rest().get(0).isOf(Kind.STRING);
        pieces.text(byDefault ? "DEFAULT" : Literals.quoted(value));
        return parameter(pieces.list(), Verb.SET, name, Optional.of(value));
    }

    private static String value(List<Node> nodes) {
        List<String> values = new ArrayList<>();
        for (List<Node> value : Group.split(nodes)) {
            boolean string = value.size() == 1 && value.get(0).isOf(Kind.STRING);
            values.add(string ? ((Token) value.get(0)).value() : Printer.text(value));
        }
        return String.join(", ", values);
    }

    /** Reads RESET; the cursor is after this word. */
    public static Statement reset(Cursor cursor) {
        if (cursor.sees("all") || cursor.sees("session", "authorization")) {
            return new Statement.PlainSql(Printer.print(cursor.all()), List.of());
        }
        String name = cursor.qualifiedName().toString();
        cursor.expectEnd();
        List<Node> own = Pieces.insteadOf(cursor.all().get(0))
                .text("RESET laguna." + name)
                .list();
        return parameter(Parameters.isOwn(name) ? own : cursor.all(), Verb.RESET, name, Optional.empty());
    }

    /** Reads SHOW of a parameter; the cursor is after this word. */
    public static Statement show(Cursor cursor) {
        if (cursor.sees("all") || cursor.sees("time", "zone") || cursor.sees("transaction")) {
            return new Statement.PlainSql(Printer.print(cursor.all()), List.of());
        }
        String name = cursor.qualifiedName().toString();
        cursor.expectEnd();
        if (!Parameters.isOwn(name)) {
            return parameter(cursor.all(), Verb.SHOW, name, Optional.empty());
        }
        String read = "COALESCE(NULLIF(current_setting('laguna." + name + "', true), ''), "
                + Literals.quoted(Parameters.value(name)) + ")";
        List<Node> own = Pieces.insteadOf(cursor.all().get(0))
                .text("SELECT " + read + " AS " + name)
                .list();
        return parameter(own, Verb.SHOW, name, Optional.empty());
    }

    private static Statement parameter(List<Node> nodes, Verb verb, String name, Optional<String> value) {
        return new Statement.Parameter(Printer.print(nodes), verb, name, value);
    }
}
