package io.laguna.emulator.athena.ddl.grammar;

import io.laguna.emulator.athena.ddl.model.Failures;
import io.laguna.emulator.athena.ddl.model.HiveIdentifiers;
import io.laguna.emulator.athena.ddl.model.StatementFailure;
import io.laguna.emulator.athena.ddl.words.Words;
import java.util.function.Function;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.tree.ParseTreeWalker;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser;

/** The reader of tokens by a rule of Spark SQL's grammar, which refuses what Hive's grammar would not have taken. */
public final class Grammar {
    private Grammar() {}

    /**
     * Returns the tree of a rule, which has to take all tokens.
     *
     * @throws StatementFailure where it cannot
     */
    public static <T extends ParserRuleContext> T read(Words words, Function<SqlBaseParser, T> rule) {
        CommonTokenStream tokens = new CommonTokenStream(new ListTokenSource(words.tokens()));
        SqlBaseParser parser = new SqlBaseParser(tokens);
        parser.removeErrorListeners();
        parser.addErrorListener(new Refusal(words));
        parser.getInterpreter().setPredictionMode(PredictionMode.LL);
        T tree = rule.apply(parser);
        if (tokens.LA(1) != Token.EOF) {
            throw Failures.syntax(words, tokens.LT(1), "");
        }
        ParseTreeWalker.DEFAULT.walk(new HiveIdentifiers(words), tree);
        return tree;
    }

    private static final class Refusal extends BaseErrorListener {
        private final Words words;

        Refusal(Words words) {
            this.words = words;
        }

        @Override
        public void syntaxError(
                Recognizer<?, ?> recognizer,
                Object offending,
                int line,
                int column,
                String message,
                RecognitionException exception) {
            throw Failures.syntax(words, (Token) offending, "");
        }
    }
}
