package io.laguna.redshift.sql;

import io.laguna.redshift.sql.query.Aliases;
import io.laguna.redshift.sql.query.Columns;
import io.laguna.redshift.sql.query.Navigation;
import io.laguna.redshift.sql.query.Relations;
import io.laguna.redshift.sql.query.SuperStrings;
import io.laguna.redshift.sql.statement.Statement;
import io.laguna.redshift.sql.text.Kind;
import io.laguna.redshift.sql.text.Lexer;
import io.laguna.redshift.sql.text.Node;
import io.laguna.redshift.sql.text.QualifiedName;
import io.laguna.redshift.sql.text.SqlError;
import io.laguna.redshift.sql.text.Token;
import io.laguna.redshift.sql.text.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Redshift's dialect as a session has it set.
 *
 * @param caseSensitive whether identifiers in quotes keep their case: {@code enable_case_sensitive_identifier}
 * @param columns the catalog's columns, for EXCLUDE, PIVOT and UNPIVOT
 * @param aliases names that are to be read as aliases of a select list: after PostgreSQL has said that a column of this
 *     name does not exist, a statement is read again with the name among them
 * @param superStrings whether literals that are no JSON are to be read as SUPER's strings: after PostgreSQL has said that
 *     one of them is no JSON
 */
public record Dialect(boolean caseSensitive, Columns columns, List<String> aliases, boolean superStrings) {
    private static final Pattern NO_COLUMN = Pattern.compile("column \"?([^\"]+)\"? does not exist");

    public Dialect {
        aliases = List.copyOf(aliases);
    }

    /** Returns the dialect of a new session. */
    public static Dialect of(Columns columns) {
        return new Dialect(false, columns, List.of(), false);
    }

    /** Returns the same dialect with one more name that is an alias. */
    public Dialect withAlias(String name) {
        List<String> more = new ArrayList<>(aliases);
        more.add(name);
        return new Dialect(caseSensitive, columns, more, superStrings);
    }

    /** Returns the same dialect with or without case in identifiers in quotes. */
    public Dialect withCase(boolean sensitive) {
        return new Dialect(sensitive, columns, aliases, superStrings);
    }

    /** Returns the same dialect with another catalog. */
    public Dialect withColumns(Columns others) {
        return new Dialect(caseSensitive, others, aliases, superStrings);
    }

    /**
     * Returns the dialect in which a statement is to be read again that PostgreSQL has not understood, if there is one.
     *
     * @param state the SQLSTATE of PostgreSQL's error
     */
    public Optional<Dialect> after(String state, String message) {
        Matcher missing = NO_COLUMN.matcher(message);
        if (state.equals("42703") && missing.find() && !aliases.contains(missing.group(1))) {
            return Optional.of(withAlias(missing.group(1)));
        }
        boolean noJson = state.equals("22P02") && message.contains("type json") && !superStrings;
        return noJson ? Optional.of(new Dialect(caseSensitive, columns, aliases, true)) : Optional.empty();
    }

    /**
     * Returns the statements of a text, cut at the semicolons and not read yet: what one of them means may depend on what
     * those before it have done.
     *
     * @throws SqlError if a string, a name or a comment has no end
     */
    public List<Piece> split(String text) {
        List<Piece> pieces = new ArrayList<>();
        int begin = -1;
        for (Token token : Lexer.tokens(text, 0, !caseSensitive)) {
            boolean ends = token.kind() == Kind.END
                    || (token.kind() == Kind.PUNCTUATION && token.text().equals(";"));
            if (ends && begin >= 0) {
                pieces.add(new Piece(text.substring(begin, token.place()), begin));
            }
            if (ends) {
                begin = -1;
            } else if (begin < 0) {
                begin = token.place() - token.lead().length();
            }
        }
        return List.copyOf(pieces);
    }

    /**
     * Returns the statement of a piece.
     *
     * @throws SqlError if it is none of Redshift's, or none that Laguna can run
     */
    public Statement read(Piece piece) {
        List<Token> tokens = Lexer.tokens(piece.text(), piece.place(), !caseSensitive);
        List<Node> nodes = Tree.of(tokens);
        for (String alias : aliases) {
            nodes = Aliases.resolved(nodes, alias);
        }
        if (superStrings) {
            nodes = SuperStrings.rewrite(nodes);
        }
        Token end = tokens.get(tokens.size() - 1);
        return new StatementReader(navigated(nodes, end), end, this).read();
    }

    /** Returns a statement in which paths into SUPER are calls, unless it asks the catalog alone. */
    private List<Node> navigated(List<Node> nodes, Token end) {
        List<QualifiedName> relations = Relations.of(nodes, end);
        boolean ofCatalog = !relations.isEmpty() && !Unsupported.onTables(relations);
        return ofCatalog ? nodes : Navigation.rewrite(nodes, end, columns, Set.of());
    }
}
