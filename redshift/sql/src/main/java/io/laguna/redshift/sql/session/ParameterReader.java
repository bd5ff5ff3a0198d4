package io.laguna.redshift.sql.session;

import io.laguna.redshift.sql.expression.Parameters;
import io.laguna.redshift.sql.statement.Statement;
import io.laguna.redshift.sql.statement.Statement.Parameter.Verb;
import io.laguna.redshift.sql.text.Cursor;
import io.laguna.redshift.sql.text.Group;
import io.laguna.redshift.sql.text.Kind;
import io.laguna.redshift.sql.text.Literals;
import io.laguna.redshift.sql.text.Names;
import io.laguna.redshift.sql.text.Node;
import io.laguna.redshift.sql.text.Pieces;
import io.laguna.redshift.sql.text.Printer;
import io.laguna.redshift.sql.text.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The reader of SET, RESET and SHOW of parameters. Those that only Redshift has become settings with the prefix
 * {@code laguna}.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/dg/cm_chap_ConfigurationRef.html">Configuration reference</a>
 */
public final class ParameterReader {
    private static final String SEARCH_PATH = "search_path";

    /** The parameters that PostgreSQL has too. */
    private static final List<String> SHARED =
            List.of("datestyle", "extra_float_digits", SEARCH_PATH, "statement_timeout", "timezone");

    private ParameterReader() {}

    /** Reads SET; the cursor is after this word. */
    public static Statement set(Cursor cursor) {
        Node verb = cursor.all().get(0);
        if (cursor.sees("session", "characteristics")
                || cursor.sees("transaction")
                || cursor.sees("constraints")
                || cursor.sees("time", "zone")) {
            return new Statement.PlainSql(Printer.print(cursor.all()), List.of());
        }
        boolean local = cursor.takes("local");
        if (!local && !cursor.peek(1).isSign(".")) {
            cursor.takes("session");
        }
        if (cursor.takes("session", "authorization") || cursor.takes("authorization")) {
            return authorization(verb, local, cursor);
        }
        int at = cursor.at();
        String name = cursor.qualifiedName().toString();
        boolean to = cursor.takes("to") || cursor.takesSign("=");
        if (!to) {
            throw cursor.unexpected();
        }
        if (name.equals("session_authorization")) {
            return authorization(verb, local, cursor);
        }
        String value = value(cursor.rest());
        if (cursor.all().get(at).is("session")) {
            // PostgreSQL takes the word for the one before a name.
            List<Node> quoted = Pieces.insteadOf(verb)
                    .nodes(cursor.between(0, at))
                    .text(" \"session\"")
                    .nodes(cursor.all().subList(at + 1, cursor.all().size()))
                    .list();
            return parameter(quoted, Verb.SET, name, Optional.of(value));
        }
        if (!Parameters.isOwn(name)) {
            return parameter(cursor.all(), Verb.SET, name, Optional.of(value));
        }
        Pieces pieces = Pieces.insteadOf(verb).nodes(cursor.between(0, at)).text(" laguna." + name + " TO ");
        boolean byDefault = value.equals("default") && !cursor.rest().get(0).isOf(Kind.STRING);
        pieces.text(byDefault ? "DEFAULT" : Literals.quoted(value));
        return parameter(pieces.list(), Verb.SET, name, Optional.of(value));
    }

    /**
     * Returns SET SESSION AUTHORIZATION as SET ROLE, which is what the superusers of a cluster may do: they are members of
     * all users but other superusers, and none of them is PostgreSQL's superuser.
     *
     * @see <a href="https://docs.aws.amazon.com/redshift/latest/dg/r_SET_SESSION_AUTHORIZATION.html">SET SESSION
     *     AUTHORIZATION</a>
     */
    private static Statement authorization(Node verb, boolean local, Cursor cursor) {
        boolean byDefault = cursor.takes("default");
        String user =
                byDefault ? "NONE" : Names.quoted(cursor.peek().isOf(Kind.STRING) ? cursor.string() : cursor.name());
        cursor.expectEnd();
        List<Node> role = Pieces.insteadOf(verb)
                .text((local ? "SET LOCAL ROLE " : "SET ROLE ") + user)
                .list();
        return new Statement.PlainSql(Printer.print(role), List.of());
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
        if (cursor.takes("session", "authorization") || cursor.takes("session_authorization")) {
            cursor.expectEnd();
            return new Statement.PlainSql(
                    Printer.print(Pieces.insteadOf(cursor.all().get(0))
                            .text("RESET ROLE")
                            .list()),
                    List.of());
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
        if (cursor.takes("all")) {
            cursor.expectEnd();
            return parameter(
                    Pieces.insteadOf(cursor.all().get(0)).text(all()).list(), Verb.SHOW, "all", Optional.empty());
        }
        if (cursor.sees("time", "zone") || cursor.sees("transaction")) {
            return new Statement.PlainSql(Printer.print(cursor.all()), List.of());
        }
        String name = cursor.qualifiedName().toString();
        cursor.expectEnd();
        if (!Parameters.isOwn(name) && !name.equals(SEARCH_PATH)) {
            return parameter(cursor.all(), Verb.SHOW, name, Optional.empty());
        }
        List<Node> own = Pieces.insteadOf(cursor.all().get(0))
                .text("SELECT " + read(name) + " AS " + name)
                .list();
        return parameter(own, Verb.SHOW, name, Optional.empty());
    }

    private static String all() {
        Stream<String> names = Stream.concat(Parameters.names().stream(), SHARED.stream());
        return names.sorted()
                .map(name -> "(" + Literals.quoted(name) + ", " + read(name) + ")")
                .collect(Collectors.joining(", ", "SELECT * FROM (VALUES ", ") parameters (name, setting)"));
    }

    /** Returns the expression for a parameter's value. The search path has no quotes on Redshift. */
    private static String read(String name) {
        if (name.equals(SEARCH_PATH)) {
            return "replace(current_setting('search_path'), '\"', '')";
        }
        return Parameters.isOwn(name)
                ? "COALESCE(NULLIF(current_setting('laguna." + name + "', true), ''), "
                        + Literals.quoted(Parameters.value(name)) + ")"
                : "current_setting(" + Literals.quoted(name) + ")";
    }

    private static Statement parameter(List<Node> nodes, Verb verb, String name, Optional<String> value) {
        return new Statement.Parameter(Printer.print(nodes), verb, name, value);
    }
}
