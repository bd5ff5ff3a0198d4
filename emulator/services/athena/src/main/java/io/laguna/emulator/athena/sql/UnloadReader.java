package io.laguna.emulator.athena.sql;

import io.trino.grammar.sql.SqlBaseLexer;
import io.trino.grammar.sql.SqlBaseParser.CreateTableAsSelectContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/**
 * The reader of {@code UNLOAD (query) TO 'location' WITH (properties)}, which is not in Trino's grammar. It reads the
 * tokens of Trino's lexer; Trino's grammar reads the query and the properties then.
 *
 * @see <a href="https://docs.aws.amazon.com/athena/latest/ug/unload.html">UNLOAD</a>
 */
final class UnloadReader {
    private final TrinoText trino;
    private final List<Token> tokens;
    private int at;

    private UnloadReader(TrinoText trino) {
        this.trino = trino;
        this.tokens = trino.tokens();
    }

    /**
     * Reads the statement, if it is UNLOAD.
     *
     * @throws SyntaxFailure for an UNLOAD that lacks something
     */
    static Optional<Statement> read(TrinoText trino) {
        UnloadReader reader = new UnloadReader(trino);
        return reader.isNext("UNLOAD") ? Optional.of(reader.read()) : Optional.empty();
    }

    private Statement read() {
        Token first = take("UNLOAD");
        Tail query = parenthesized();
        take("TO");
        Token location = take();
        if (location.getType() != SqlBaseLexer.STRING) {
            throw unexpected(location, "<string>");
        }
        Map<String, PropertyValue> properties = Map.of();
        if (at < tokens.size()) {
            take("WITH");
            properties = properties(parenthesized().text());
        }
        if (at < tokens.size()) {
            throw unexpected(tokens.get(at), "<EOF>");
        }
        return new Statement.Unload(
                trino.between(first, tokens.get(tokens.size() - 1)),
                query,
                Properties.unquoted(location.getText()),
                properties);
    }

    private static Map<String, PropertyValue> properties(String text) {
        TrinoText table = new TrinoText("CREATE TABLE unloaded WITH (" + text + ") AS SELECT 1");
        CreateTableAsSelectContext create = (CreateTableAsSelectContext) table.statement();
        return Properties.of(create.properties(), table);
    }

    /** Returns the text between this parenthesis and the one that closes it. */
    private Tail parenthesized() {
        Token open = take("(");
        int depth = 1;
        int begin = at;
        while (depth > 0) {
            if (at == tokens.size()) {
                throw new SyntaxFailure(position(open) + "the parenthesis is not closed");
            }
            String text = tokens.get(at).getText();
            depth += text.equals("(") ? 1 : text.equals(")") ? -1 : 0;
            at++;
        }
        if (at - 1 == begin) {
            throw unexpected(tokens.get(begin), "<query>");
        }
        return trino.tail(tokens.get(begin), tokens.get(at - 2));
    }

    private Token take(String word) {
        Token token = take();
        if (!token.getText().equalsIgnoreCase(word)) {
            throw unexpected(token, "'" + word + "'");
        }
        return token;
    }

    private Token take() {
        if (at == tokens.size()) {
            Token last = tokens.get(at - 1);
            throw new SyntaxFailure(position(last) + "the statement ends here, but is not complete");
        }
        return tokens.get(at++);
    }

    private boolean isNext(String word) {
        return at < tokens.size() && tokens.get(at).getText().equalsIgnoreCase(word);
    }

    private static SyntaxFailure unexpected(Token token, String expected) {
        return new SyntaxFailure(
                position(token) + "mismatched input '" + token.getText() + "'. Expecting: " + expected);
    }

    private static String position(Token token) {
        return "line " + token.getLine() + ":" + (token.getCharPositionInLine() + 1) + ": ";
    }
}
