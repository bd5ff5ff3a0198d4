package io.laguna.emulator.athena.sql;

import io.trino.grammar.sql.SqlBaseBaseListener;
import io.trino.grammar.sql.SqlBaseParser.RowConstructorContext;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.tree.ParseTreeWalker;

/**
 * The answer of {@code SHOW CREATE VIEW}: the engine's, without its catalog, without whose rights the view has, with
 * quotes only around names that need them, and a blank in {@code ROW (1, 2)}, which a type {@code ROW(a bigint)} has not.
 * PyAthena's and awswrangler's tests show Athena's form.
 */
public final class ViewText {
    private static final String NAME = "(\"(?:[^\"]|\"\")+\"|\\w+)";
    private static final Pattern HEAD = Pattern.compile("CREATE VIEW " + NAME + "\\." + NAME + "\\." + NAME
            + "((?: COMMENT '(?:[^']|'')*')?)( SECURITY \\w+)? AS\\b");
    private static final Pattern QUOTED_FOR_NOTHING = Pattern.compile("\"([a-z_][a-z0-9_]*)\"");

    private ViewText() {}

    /** Returns Athena's text for the engine's. */
    public static String of(String engine) {
        String spaced = withSpacedRows(UnnestedRows.asWritten(engine));
        Matcher head = HEAD.matcher(spaced);
        return head.lookingAt()
                ? "CREATE VIEW " + plain(head.group(2)) + "." + plain(head.group(3)) + head.group(4) + " AS"
                        + spaced.substring(head.end())
                : spaced;
    }

    private static String withSpacedRows(String engine) {
        NavigableSet<Integer> places = new TreeSet<>();
        ParseTreeWalker.DEFAULT.walk(
                new SqlBaseBaseListener() {
                    @Override
                    public void enterRowConstructor(RowConstructorContext row) {
                        if (row.ROW() != null) {
                            places.add(row.ROW().getSymbol().getStopIndex() + 1);
                        }
                    }
                },
                new TrinoText(engine).statement());
        StringBuilder spaced = new StringBuilder(engine);
        for (int place : places.descendingSet()) {
            spaced.insert(engine.offsetByCodePoints(0, place), ' ');
        }
        return spaced.toString();
    }

    private static String plain(String name) {
        return QUOTED_FOR_NOTHING.matcher(name).replaceAll("$1");
    }
}
