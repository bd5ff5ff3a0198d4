package io.laguna.emulator.crawl.schema;

import io.laguna.emulator.crawl.schema.ColumnType.Simple;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A decimal number.
 *
 * @param precision digits in all, up to 38
 * @param scale digits after the point
 */
public record Decimal(int precision, int scale) {
    private static final int MAXIMUM = 38;
    private static final Pattern TEXT = Pattern.compile("decimal\\((\\d+),(\\d+)\\)");

    /** Returns the type of such numbers. */
    public ColumnType type() {
        return new Simple("decimal(" + precision + "," + scale + ")");
    }

    static ColumnType wider(Simple one, Simple other) {
        Decimal first = of(one);
        Decimal second = of(other);
        int scale = Math.max(first.scale, second.scale);
        int whole = Math.max(first.precision - first.scale, second.precision - second.scale);
        return new Decimal(Math.min(MAXIMUM, whole + scale), scale).type();
    }

    private static Decimal of(Simple type) {
        Matcher matcher = TEXT.matcher(type.text());
        if (!matcher.matches()) {
            return new Decimal(10, 0);
        }
        return new Decimal(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }
}
