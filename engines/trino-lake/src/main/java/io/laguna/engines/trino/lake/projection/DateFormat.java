package io.laguna.engines.trino.lake.projection;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A pattern of Java's {@link DateTimeFormatter} in which times are written; what it lacks is the first of its kind. */
record DateFormat(DateTimeFormatter formatter) {
    private static final LocalDateTime SOME = LocalDateTime.of(2001, 2, 3, 4, 5, 6, 7_000_000);
    private static final List<ChronoUnit> UNITS = List.of(
            ChronoUnit.MILLIS,
            ChronoUnit.SECONDS,
            ChronoUnit.MINUTES,
            ChronoUnit.HOURS,
            ChronoUnit.DAYS,
            ChronoUnit.MONTHS);

    /** Returns the format of a pattern; throws an {@link IllegalArgumentException} for what is none. */
    static DateFormat of(String pattern) {
        return new DateFormat(DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH));
    }

    /** Returns the unit that the format tells apart and no smaller one, years in the end. */
    ChronoUnit precision() {
        return UNITS.stream()
                .filter(unit -> !write(SOME).equals(write(SOME.plus(1, unit))))
                .findFirst()
                .orElse(ChronoUnit.YEARS);
    }

    String write(LocalDateTime time) {
        return formatter.format(time);
    }

    /** Returns the time that a text says, or throws a {@link java.time.DateTimeException}. */
    LocalDateTime read(String text) {
        TemporalAccessor parsed = formatter.parse(text);
        LocalDate date = Optional.ofNullable(parsed.query(TemporalQueries.localDate()))
                .orElseGet(() -> LocalDate.of(
                        parsed.get(ChronoField.YEAR),
                        parsed.isSupported(ChronoField.MONTH_OF_YEAR) ? parsed.get(ChronoField.MONTH_OF_YEAR) : 1,
                        1));
        return date.atTime(
                Optional.ofNullable(parsed.query(TemporalQueries.localTime())).orElse(LocalTime.MIDNIGHT));
    }

    /** Returns the time, as exact as the format can say it. */
    LocalDateTime truncated(LocalDateTime time) {
        return read(write(time));
    }
}
