package io.laguna.duckdb.sql;

import io.laguna.duckdb.sql.Part.Group;
import io.laguna.duckdb.sql.Part.Kind;
import io.laguna.duckdb.sql.Part.Word;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** One statement of a client's. */
public sealed interface Command {
    /** Settings and other statements that change nothing here. */
    record Nothing(String tag) implements Command {}

    /** SET application_name. */
    record Name(String client) implements Command {}

    /** The begin of a transaction: all of them read what is there. */
    record Begin() implements Command {}

    /** The end of a transaction: its cursors are closed. */
    record End(String tag) implements Command {}

    record Declare(String cursor, String query) implements Command {}

    /** FETCH; 0 rows are all of them. */
    record Fetch(String cursor, long rows) implements Command {}

    /** MOVE BACKWARD ALL: the cursor begins again. */
    record Rewind(String cursor) implements Command {}

    /** CLOSE of a cursor, or of all. */
    record Close(Optional<String> cursor) implements Command {}

    record Explain(String query) implements Command {}

    /** SHOW scans: what the queries since the last one have read. */
    record Scans() implements Command {}

    /** A statement of DuckDB's. */
    record Query(String sql) implements Command {
        /** Tells whether the statement only asks for rows. */
        public boolean asks() throws SQLException {
            List<Part> parts = Reader.parts(sql);
            return !parts.isEmpty()
                    && (parts.get(0).is("select")
                            || parts.get(0).is("with")
                            || (parts.get(0) instanceof Group group && group.isParenthesis()));
        }
    }

    /** The statements that change nothing here, by their first words. */
    Set<String> NOTHING = Set.of("set", "reset", "savepoint", "release", "deallocate", "discard");

    /** Returns the statements of a text. */
    static List<Command> read(String text) throws SQLException {
        List<Command> commands = new ArrayList<>();
        List<Part> statement = new ArrayList<>();
        for (Part part : Reader.parts(text)) {
            if (part.is(";")) {
                add(commands, statement);
                statement.clear();
            } else {
                statement.add(part);
            }
        }
        add(commands, statement);
        return commands;
    }

    private static void add(List<Command> commands, List<Part> statement) throws SQLException {
        if (!statement.isEmpty()) {
            commands.add(of(statement));
        }
    }

    private static Command of(List<Part> parts) throws SQLException {
        String first = parts.get(0) instanceof Word word && word.kind() == Kind.NAME ? word.name() : "";
        if (NOTHING.contains(first)) {
            boolean isName = parts.size() > 3
                    && parts.get(1).is("application_name")
                    && parts.get(3) instanceof Word value
                    && value.kind() == Kind.STRING;
            return isName ? new Name(((Word) parts.get(3)).value()) : new Nothing(first.toUpperCase(Locale.ROOT));
        }
        return switch (first) {
            case "start", "begin" -> new Begin();
            case "commit", "end" -> new End("COMMIT");
            case "abort" -> new End("ROLLBACK");
            case "rollback" -> has(parts, "to") ? new Nothing("ROLLBACK") : new End("ROLLBACK");
            case "declare" -> new Declare(name(parts, 1), after(parts, "for"));
            case "fetch" -> new Fetch(name(parts, parts.size() - 1), count(parts.get(1)));
            case "move" -> new Rewind(name(parts, parts.size() - 1));
            case "close" -> new Close(parts.get(1).is("all") ? Optional.empty() : Optional.of(name(parts, 1)));
            case "explain" -> new Explain(Part.text(parts.subList(1, parts.size())));
            case "show" -> parts.size() > 1 && parts.get(1).is("scans") ? new Scans() : new Query(Part.text(parts));
            default -> new Query(Part.text(parts));
        };
    }

    private static boolean has(List<Part> parts, String word) {
        return parts.stream().anyMatch(part -> part.is(word));
    }

    private static long count(Part part) {
        return part instanceof Word word && word.kind() == Kind.NUMBER ? Long.parseLong(word.text()) : 0;
    }

    private static String name(List<Part> parts, int at) throws SQLException {
        if (at < parts.size() && parts.get(at) instanceof Word word && word.kind() != Kind.SIGN) {
            return word.name();
        }
        throw new SQLException("The statement names no cursor", "42601");
    }

    private static String after(List<Part> parts, String word) throws SQLException {
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).is(word)) {
                return Part.text(parts.subList(i + 1, parts.size()));
            }
        }
        throw new SQLException("The statement has no " + word, "42601");
    }
}
