package io.laguna.redshift.load.value;

import io.laguna.redshift.sql.statement.LoadOption;
import io.laguna.redshift.sql.statement.LoadOptions;
import java.time.ZoneId;
import java.util.Optional;

/**
 * The options of a COPY about conversions.
 *
 * @param replacement the character of ACCEPTINVCHARS
 * @param dateFormat DATEFORMAT, if it is said
 * @param zone the session's time zone, for moments without one
 */
public record Rules(
        boolean acceptsAnyDate,
        Optional<Character> replacement,
        boolean blanksAsNull,
        boolean emptyAsNull,
        boolean trimsBlanks,
        boolean truncates,
        boolean rounds,
        Optional<String> dateFormat,
        Optional<String> timeFormat,
        ZoneId zone) {
    /** Returns the rules of options. */
    public static Rules of(LoadOptions options, ZoneId zone) {
        return new Rules(
                options.has(LoadOption.ACCEPTANYDATE),
                options.value(LoadOption.ACCEPTINVCHARS).map(text -> text.isEmpty() ? '?' : text.charAt(0)),
                options.has(LoadOption.BLANKSASNULL),
                options.has(LoadOption.EMPTYASNULL),
                options.has(LoadOption.TRIMBLANKS),
                options.has(LoadOption.TRUNCATECOLUMNS),
                options.has(LoadOption.ROUNDEC),
                options.value(LoadOption.DATEFORMAT),
                options.value(LoadOption.TIMEFORMAT),
                zone);
    }
}
