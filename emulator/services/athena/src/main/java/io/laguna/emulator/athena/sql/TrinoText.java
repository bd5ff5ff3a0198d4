package io.laguna.emulator.athena.sql;

import io.trino.grammar.sql.SqlBaseLexer;
import io.trino.grammar.sql.SqlBaseParser;
import java.util.List;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.Interval;

/** A text in Trino's own grammar. */
final class TrinoText {
    private final String text;
    private final CommonTokenStream stream;

    TrinoText(String text) {
        this.text = text;
        SqlBaseLexer lexer = new SqlBaseLexer(CharStreams.fromString(text));
        lexer.removeErrorListeners();
        this.stream = new CommonTokenStream(lexer);
        stream.fill();
    }

    /** Returns the tokens that are no blanks or comments, without the end of the file. */
    List<Token> tokens() {
        return stream.getTokens().stream()
                .filter(token -> token.getChannel() == Token.DEFAULT_CHANNEL && token.getType() != Token.EOF)
                .toList();
    }

    /** Returns the part of the text that a context was read from, as it is written. */
    String of(ParserRuleContext context) {
        return between(context.getStart(), context.getStop());
    }

    String between(Token first, Token last) {
        return stream.getTokenSource()
                .getInputStream()
                .getText(Interval.of(first.getStartIndex(), last.getStopIndex()));
    }

    /** Returns the text from a token on. */
    Tail tail(Token first) {
        return tail(first, text.length());
    }

    /** Returns the text from one token to another. */
    Tail tail(Token first, Token last) {
        return tail(first, text.offsetByCodePoints(0, last.getStopIndex() + 1));
    }

    private Tail tail(Token first, int end) {
        String content = text.substring(text.offsetByCodePoints(0, first.getStartIndex()), end);
        return new Tail(content, first.getLine(), first.getCharPositionInLine());
    }

    /** Returns the text up to the end of a token. */
    String upTo(Token last) {
        return text.substring(0, text.offsetByCodePoints(0, last.getStopIndex() + 1));
    }

    /**
     * Returns the tree that the grammar makes of the text.
     *
     * @throws SyntaxFailure when the text is none of its statements, or has names in it that Trino reads and refuses; the
     *     engine has better words for the reason
     */
    SqlBaseParser.StatementContext statement() {
        tokens().stream().filter(TrinoText::isRefusedName).findFirst().ifPresent(name -> {
            throw SyntaxFailure.ofGrammar("line " + name.getLine() + ":" + (name.getCharPositionInLine() + 1)
                    + ": no name: " + name.getText());
        });
        return parser().singleStatement().statement();
    }

    /**
     * Returns the tree of a text that is one expression.
     *
     * @throws SyntaxFailure when it is none
     */
    SqlBaseParser.ExpressionContext expression() {
        return parser().standaloneExpression().expression();
    }

    /** Names in backquotes, which are Hive's, names that begin with a digit, and names of no character. */
    private static boolean isRefusedName(Token token) {
        return switch (token.getType()) {
            case SqlBaseLexer.BACKQUOTED_IDENTIFIER, SqlBaseLexer.DIGIT_IDENTIFIER -> true;
            case SqlBaseLexer.QUOTED_IDENTIFIER -> token.getText().equals("\"\"");
            default -> false;
        };
    }

    private SqlBaseParser parser() {
        stream.seek(0);
        SqlBaseParser parser = new SqlBaseParser(stream);
        parser.removeErrorListeners();
        parser.addErrorListener(new Refusing());
        parser.getInterpreter().setPredictionMode(PredictionMode.LL);
        return parser;
    }

    /** A listener that ends the reading at the first error. */
    private static final class Refusing extends BaseErrorListener {
        @Override
        public void syntaxError(
                Recognizer<?, ?> recognizer,
                Object symbol,
                int line,
                int column,
                String message,
                RecognitionException cause) {
            throw SyntaxFailure.ofGrammar("line " + line + ":" + (column + 1) + ": " + message);
        }
    }
}
