package io.laguna.redshift.sql;

import io.laguna.redshift.sql.query.Aliases;
import io.laguna.redshift.sql.query.Columns;
import io.laguna.redshift.sql.text.Kind;
import io.laguna.redshift.sql.text.Lexer;
import io.laguna.redshift.sql.text.Node;
import io.laguna.redshift.sql.text.SqlError;
import io.laguna.redshift.sql.text.Token;
import io.laguna.redshift.sql.text.Tree;
import java.util.ArrayList;
import java.util.List;

/**
 * Redshift's dialect as a session has it set.
 *
 * @param caseSensitive whether identifiers in quotes keep their case: {@code enable_case_sensitive_identifier}
 * @param columns the catalog's columns, for EXCLUDE, PIVOT and UNPIVOT
 * @param aliases names that are to be read as aliases of a select list: after PostgreSQL has said that a column of this
 *     name does not exist, a statement is read again with the name among them
 */
public record Dialect(boolean caseSensitive, Columns columns, List<String> aliases) {
    public Dialect {
        aliases = List.copyOf(aliases);
    }

    /** Returns the dialect of a new session. */
    public static Dialect of(Columns columns) {
        return new Dialect(false, columns, List.of());
    }

    /** Returns the same dialect with one more name that is an alias. */
    public Dialect withAlias(String name) {
        List<String> more = new ArrayList<>(aliases);
        more.add(name);
        return new Dialect(caseSensitive, columns, more);
    }

    /**
     * Returns the statements of a text.
     *
     * @throws SqlError if one of them is none of Redshift's, or none that Laguna can run
     */
    public List<Command> read(String text) {
        List<Token> tokens = Lexer.tokens(text, 0, !caseSensitive);
        List<Command> commands = new ArrayList<>();
        List<Token> statement = new ArrayList<>();
        for (Token token : tokens) {
            boolean ends = token.kind() == Kind.END || token.kind() == Kind.PUNCTUATION && token.text().equals(";");
            if (!ends) {
                statement.add(token);
                continue;
            }
            if (!statement.isEmpty()) {
                Token end = new Token(Kind.END, token.lead(), "", token.place());
                commands.add(command(text, statement, end));
                statement.clear();
            }
        }
        return List.copyOf(commands);
    }

    private Command command(String text, List<Token> tokens, Token end) {
        int place = tokens.get(0).place();
        List<Token> whole = new ArrayList<>(tokens);
        whole.add(end);
        List<Node> nodes = Tree.of(whole);
        for (String alias : aliases) {
            nodes = Aliases.resolved(nodes, alias);
        }
        Token last = tokens.get(tokens.size() - 1);
        String source = text.substring(place, last.kind() == Kind.END ? place : end.place() - end.lead().length());
        return new Command(source, place, new StatementReader(nodes, end, this).read());
    }
}
