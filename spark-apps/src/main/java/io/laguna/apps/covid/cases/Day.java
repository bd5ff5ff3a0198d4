package io.laguna.apps.covid.cases;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A date as a release writes it. The time of day is always midnight and says nothing. */
sealed interface Day {

    /**
     * A date.
     *
     * @param epochDay days since 1970-01-01
     * @param month yyyy-MM
     */
    record Known(int epochDay, String month) implements Day {}

    /** The release says that there is no date. */
    record None() implements Day {}

    /** There were no symptoms, and so no day on which they began. */
    record Symptomless() implements Day {}

    /** Text that is no date. */
    record Unreadable() implements Day {}

    /** The patterns of dates. */
    List<DateTimeFormatter> PATTERNS = List.of(
            pattern("uuuu-M-d['T'H:mm:ss[.SSS]]"),
            pattern("d/M/uuuu[ H:mm:ss]"),
            pattern("uuuu-M-d H:mm:ss"),
            pattern("uuuu/M/d[ H:mm:ss]"));

    /** Reads a trimmed text. */
    static Day read(String text) {
        if (isBlank(text)) {
            return new None();
        }
        return PATTERNS.stream()
                .flatMap(pattern -> parse(text, pattern).stream())
                .findFirst()
                .<Day>map(date -> new Known(
                        Math.toIntExact(date.toEpochDay()), date.toString().substring(0, "yyyy-MM".length())))
                .orElseGet(Unreadable::new);
    }

    /**
     * Reads the day of the first symptoms as {@link #read} does: some releases have the word {@code Asintomático}
     * there.
     */
    static Day readOnset(String text) {
        return Names.plain(text).equals("ASINTOMATICO") ? new Symptomless() : read(text);
    }

    private static Optional<LocalDate> parse(String text, DateTimeFormatter pattern) {
        try {
            return Optional.of(LocalDate.parse(text, pattern));
        } catch (DateTimeParseException anotherPattern) {
            return Optional.empty();
        }
    }

    private static boolean isBlank(String text) {
        return text.chars().allMatch(c -> c == '-' || c == ' ') || text.equalsIgnoreCase("N/A");
    }

    private static DateTimeFormatter pattern(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    }
}
