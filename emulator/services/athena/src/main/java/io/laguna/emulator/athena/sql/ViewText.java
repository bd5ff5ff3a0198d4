package io.laguna.emulator.athena.sql;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The answer of {@code SHOW CREATE VIEW}: the engine's, without its catalog, without whose rights the view has, and with
 * quotes only around names that need them. PyAthena's tests show Athena's form: {@code CREATE VIEW db.name AS}.
 */
public final class ViewText {
    private static final String NAME = "(\"(?:[^\"]|\"\")+\"|\\w+)";
    private static final Pattern HEAD = Pattern.compile("CREATE VIEW " + NAME + "\\." + NAME + "\\." + NAME
            + "((?: COMMENT '(?:[^']|'')*')?)( SECURITY \\w+)? AS\\b");
    private static final Pattern QUOTED_FOR_NOTHING = Pattern.compile("\"([a-z_][a-z0-9_]*)\"");

    private ViewText() {}

    /** Returns Athena's text for the engine's. */
    public static String of(String engine) {
        Matcher head = HEAD.matcher(engine);
        return head.lookingAt()
                ? "CREATE VIEW " + plain(head.group(2)) + "." + plain(head.group(3)) + head.group(4) + " AS"
                        + engine.substring(head.end())
                : engine;
    }

    private static String plain(String name) {
        return QUOTED_FOR_NOTHING.matcher(name).replaceAll("$1");
    }
}
