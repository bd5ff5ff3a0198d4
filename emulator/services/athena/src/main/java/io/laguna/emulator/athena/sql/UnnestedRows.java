package io.laguna.emulator.athena.sql;

import io.trino.grammar.sql.SqlBaseBaseListener;
import io.trino.grammar.sql.SqlBaseParser.AliasedRelationContext;
import io.trino.grammar.sql.SqlBaseParser.ArgumentContext;
import io.trino.grammar.sql.SqlBaseParser.ExpressionContext;
import io.trino.grammar.sql.SqlBaseParser.FunctionCallContext;
import io.trino.grammar.sql.SqlBaseParser.UnnestContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.antlr.v4.runtime.tree.ParseTreeWalker;

/**
 * Arrays of rows that are unnested. In Athena each of their rows is one column, as in {@code UNNEST(headers) AS t(header)} with
 * {@code header.name}; Trino makes a column of each field. So the engine gets arrays of rows that hold these rows, wherever
 * the aliases name one column for each array. Where they name more, they name what Trino makes.
 *
 * @see <a href="https://docs.aws.amazon.com/athena/latest/ug/filtering-with-dot.html">Filter arrays using dot notation</a>
 * @see <a href="https://docs.aws.amazon.com/athena/latest/ug/waf-logs.html">Query AWS WAF logs</a>
 */
public final class UnnestedRows {
    /** The name of an element, by which the engine's text tells such an array. */
    private static final String ELEMENT = "laguna_element";

    private static final String BEFORE = "transform(";
    private static final String BEHIND = ", " + ELEMENT + " -> ROW(" + ELEMENT + "))";
    private static final Pattern OWN =
            Pattern.compile("\\(?" + ELEMENT + "\\)?->ROW\\(" + ELEMENT + "\\)", Pattern.CASE_INSENSITIVE);
    private static final Pattern UNNEST = Pattern.compile("\\bunnest\\b", Pattern.CASE_INSENSITIVE);

    private UnnestedRows() {}

    /** Returns a text, which is a statement, whose unnested arrays give a column each. */
    public static EditedText asColumns(String text) {
        if (!UNNEST.matcher(text).find()) {
            return new EditedText(text, List.of());
        }
        List<ExpressionContext> arrays = new ArrayList<>();
        TrinoText trino = new TrinoText(text);
        ParseTreeWalker.DEFAULT.walk(
                new SqlBaseBaseListener() {
                    @Override
                    public void enterAliasedRelation(AliasedRelationContext relation) {
                        if (relation.relationPrimary() instanceof UnnestContext unnest
                                && relation.columnAliases() != null
                                && relation.columnAliases().identifier().size() == columns(unnest)) {
                            arrays.addAll(unnest.expression());
                        }
                    }
                },
                trino.statement());
        return EditedText.of(
                text,
                arrays.stream()
                        .flatMap(array -> Stream.of(
                                insertion(text, array.getStart().getStartIndex(), BEFORE),
                                insertion(text, array.getStop().getStopIndex() + 1, BEHIND)))
                        .sorted(Comparator.comparingInt(EditedText.Edit::start))
                        .toList());
    }

    /** Tells whether a failure of the engine is about a value that is no array. */
    public static boolean isOfNoArray(String message) {
        return message.contains("for function transform. Expected:");
    }

    /** Returns the engine's text of a statement as it was before it had {@link #asColumns}. */
    static String asWritten(String engine) {
        if (!engine.contains(ELEMENT)) {
            return engine;
        }
        List<EditedText.Edit> edits = new ArrayList<>();
        ParseTreeWalker.DEFAULT.walk(
                new SqlBaseBaseListener() {
                    @Override
                    public void enterFunctionCall(FunctionCallContext call) {
                        if (call.argument().size() == 2
                                && OWN.matcher(call.argument(1).getText()).matches()) {
                            ArgumentContext array = call.argument(0);
                            edits.add(deletion(
                                    engine,
                                    call.getStart().getStartIndex(),
                                    array.getStart().getStartIndex()));
                            edits.add(deletion(
                                    engine,
                                    array.getStop().getStopIndex() + 1,
                                    call.getStop().getStopIndex() + 1));
                        }
                    }
                },
                new TrinoText(engine).statement());
        edits.sort(Comparator.comparingInt(EditedText.Edit::start));
        return EditedText.of(engine, edits).text();
    }

    private static int columns(UnnestContext unnest) {
        return unnest.expression().size() + (unnest.ORDINALITY() == null ? 0 : 1);
    }

    private static EditedText.Edit insertion(String text, int place, String inserted) {
        int at = text.offsetByCodePoints(0, place);
        return new EditedText.Edit(at, at, inserted);
    }

    private static EditedText.Edit deletion(String text, int start, int end) {
        return new EditedText.Edit(text.offsetByCodePoints(0, start), text.offsetByCodePoints(0, end), "");
    }
}
