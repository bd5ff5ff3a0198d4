package io.laguna.emulator.athena.sql;

import io.laguna.emulator.athena.ddl.words.Quoted;
import io.trino.grammar.sql.SqlBaseParser.ColumnReferenceContext;
import io.trino.grammar.sql.SqlBaseParser.DereferenceContext;
import org.antlr.v4.runtime.tree.ParseTree;

/**
 * The values for a statement's question marks. Athena takes a value for the expression that it is, {@code 1} or
 * {@code DATE '2020-01-01'}, and for a text when it is none: {@code Washington}. AWS's pages put texts in quotes; its own
 * awswrangler gives them without.
 *
 * @see <a href="https://docs.aws.amazon.com/athena/latest/ug/querying-with-prepared-statements.html">Use parameterized
 *     queries</a>
 */
public final class Parameters {
    private Parameters() {}

    /** Returns an expression of the engine's for a value. */
    public static String expression(String value) {
        return isConstant(value) ? value : Quoted.text(value);
    }

    private static boolean isConstant(String value) {
        try {
            return !namesColumn(new TrinoText(value).expression());
        } catch (SyntaxFailure e) {
            return false;
        }
    }

    private static boolean namesColumn(ParseTree tree) {
        if (tree instanceof ColumnReferenceContext || tree instanceof DereferenceContext) {
            return true;
        }
        for (int child = 0; child < tree.getChildCount(); child++) {
            if (namesColumn(tree.getChild(child))) {
                return true;
            }
        }
        return false;
    }
}
