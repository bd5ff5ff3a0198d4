package io.laguna.redshift.sql.session;

import io.laguna.redshift.sql.expression.Parameters;
import io.laguna.redshift.sql.statement.Statement;
import io.laguna.redshift.sql.text.Cursor;
import io.laguna.redshift.sql.text.Kind;
import io.laguna.redshift.sql.text.Literals;
import io.laguna.redshift.sql.text.Names;
import io.laguna.redshift.sql.text.Node;
import io.laguna.redshift.sql.text.Pieces;
import io.laguna.redshift.sql.text.Printer;
import io.laguna.redshift.sql.text.SqlError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The reader of CREATE USER and ALTER USER. Passwords do not reach PostgreSQL: Laguna checks them.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/dg/r_CREATE_USER.html">CREATE USER</a>
 */
public final class UserReader {
    private static final int SHORTEST = 8;
    private static final int LONGEST = 64;

    private final Cursor cursor;
    private final Map<String, String> options = new HashMap<>();
    private final List<String> words = new ArrayList<>();
    private Optional<String> password = Optional.empty();

    private UserReader(Cursor cursor) {
        this.cursor = cursor;
    }

    /** Reads a statement; the cursor is after the word USER. */
    public static Statement read(Cursor cursor, boolean creates) {
        return new UserReader(cursor).read(creates);
    }

    /**
     * Reads DROP ROLE; the cursor is after the word ROLE. FORCE ends grants of the role, as PostgreSQL always does.
     *
     * @see <a href="https://docs.aws.amazon.com/redshift/latest/dg/r_DROP_ROLE.html">DROP ROLE</a>
     */
    public static Statement dropRole(Cursor cursor) {
        cursor.takes("if", "exists");
        cursor.name();
        List<Node> nodes = cursor.between(0, cursor.at());
        if (!cursor.takes("force")) {
            cursor.takes("restrict");
        }
        cursor.expectEnd();
        return new Statement.PlainSql(Printer.print(nodes), List.of());
    }

    /**
     * Reads ALTER ROLE, which gives a role another name; the cursor is after the word ROLE. Roles have no owner here.
     *
     * @see <a href="https://docs.aws.amazon.com/redshift/latest/dg/r_ALTER_ROLE.html">ALTER ROLE</a>
     */
    public static Statement alterRole(Cursor cursor) {
        cursor.name();
        List<Node> nodes = new ArrayList<>(cursor.between(0, cursor.at()));
        cursor.takes("with");
        if (!cursor.sees("rename", "to")) {
            throw SqlError.unsupported(
                    "ALTER ROLE with anything but RENAME TO is not implemented by Laguna", cursor.place());
        }
        nodes.addAll(cursor.rest());
        return new Statement.PlainSql(Printer.print(nodes), List.of());
    }

    private Statement read(boolean creates) {
        String name = cursor.name();
        List<Node> named = cursor.between(0, cursor.at());
        cursor.takes("with");
        if (cursor.peek().is("rename", "set", "reset") && !cursor.sees("reset", "session", "timeout")) {
            return new Statement.PlainSql(Printer.print(changed(named)), List.of());
        }
        while (!cursor.ended()) {
            option();
        }
        String verb = creates ? "CREATE USER " : "ALTER USER ";
        String sql = verb + Names.quoted(name) + (words.isEmpty() ? "" : " " + String.join(" ", words));
        return new Statement.User(
                Printer.print(Pieces.insteadOf(cursor.all().get(0)).text(sql).list()),
                creates,
                name,
                password,
                Map.copyOf(options));
    }

    /** Returns RENAME, SET or RESET, with the parameters of Redshift's own under their names here. */
    private List<Node> changed(List<Node> named) {
        Pieces pieces = Pieces.insteadOf(named.get(0)).nodes(named).node(cursor.next());
        if (!cursor.ended()
                && cursor.peek().isName()
                && Parameters.isOwn(cursor.peek().first().name())) {
            pieces.text(" laguna." + cursor.name());
        }
        return pieces.nodes(cursor.rest()).list();
    }

    private void option() {
        if (cursor.takes("password")) {
            password();
        } else if (cursor.peek().is("createdb", "nocreatedb")) {
            words.add(cursor.name().toUpperCase(Locale.ROOT));
        } else if (cursor.takes("createuser")) {
            options.put("superuser", "true");
        } else if (cursor.takes("nocreateuser")) {
            options.put("superuser", "false");
        } else if (cursor.takes("syslog", "access")) {
            if (!cursor.peek().is("restricted", "unrestricted")) {
                throw cursor.unexpected();
            }
            options.put("syslog access", cursor.name());
        } else if (cursor.takes("in", "group")) {
            List<String> groups = new ArrayList<>();
            do {
                groups.add(Names.quoted(cursor.name()));
            } while (cursor.takesSign(","));
            words.add("IN ROLE " + String.join(", ", groups));
        } else if (cursor.takes("valid", "until")) {
            words.add("VALID UNTIL " + Literals.quoted(cursor.string()));
        } else if (cursor.takes("connection", "limit")) {
            words.add("CONNECTION LIMIT " + (cursor.takes("unlimited") ? "-1" : Long.toString(cursor.number())));
        } else if (cursor.takes("session", "timeout")) {
            options.put("session timeout", Long.toString(cursor.number()));
        } else if (cursor.takes("reset", "session", "timeout")) {
            options.put("session timeout", "");
        } else if (cursor.takes("externalid")) {
            options.put("externalid", cursor.peek().isOf(Kind.STRING) ? cursor.string() : cursor.name());
        } else {
            throw cursor.unexpected();
        }
    }

    private void password() {
        int place = cursor.place();
        if (cursor.takes("disable")) {
            options.put("password", "disabled");
            return;
        }
        String value = cursor.string();
        boolean hashed = value.matches("md5[0-9a-f]{32}") || value.startsWith("sha256|");
        boolean strong = value.length() >= SHORTEST
                && value.length() <= LONGEST
                && value.chars().anyMatch(Character::isUpperCase)
                && value.chars().anyMatch(Character::isLowerCase)
                && value.chars().anyMatch(Character::isDigit);
        if (!hashed && value.length() < SHORTEST) {
            throw SqlError.of("28000", "password is too short", place)
                    .withDetail("The password must have at least " + SHORTEST + " characters.");
        }
        if (!hashed && !strong) {
            throw SqlError.of(
                    "28000", "password must contain a number, an upper case letter and a lower case letter", place);
        }
        password = Optional.of(value);
    }
}
