package io.laguna.emulator.kit.cron;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A field of a cron expression, which may hold numbers or their names, lists, ranges and steps.
 *
 * @param names of the numbers from the lowest one, in capital letters
 * @param wraps whether a range may pass the end: SAT-SUN
 */
record CronField(int lowest, int highest, List<String> names, boolean wraps) {
    static final CronField MINUTES = new CronField(0, 59, List.of(), false);
    static final CronField HOURS = new CronField(0, 23, List.of(), false);
    static final CronField DAYS_OF_MONTH = new CronField(1, 31, List.of(), false);
    static final CronField MONTHS = new CronField(
            1, 12, List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"), false);
    static final CronField DAYS_OF_WEEK =
            new CronField(1, 7, List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"), true);
    static final CronField YEARS = new CronField(1970, 2199, List.of(), false);

    private static final Pattern PART = Pattern.compile("(?:(\\*)|(\\w+)(?:-(\\w+))?)(?:/(\\d{1,4}))?");

    /** Returns the numbers that a list stands for; empty when the text is no list. */
    Optional<BitSet> list(String text) {
        BitSet numbers = new BitSet();
        for (String part : text.split(",", -1)) {
            Optional<BitSet> some = part(part);
            if (some.isEmpty()) {
                return Optional.empty();
            }
            numbers.or(some.get());
        }
        return Optional.of(numbers);
    }

    /** Returns the numbers of one element of a list. */
    Optional<BitSet> part(String text) {
        Matcher part = PART.matcher(text);
        if (!part.matches()) {
            return Optional.empty();
        }
        Optional<Integer> first = part.group(1) == null ? number(part.group(2)) : Optional.of(lowest);
        Optional<Integer> last = first;
        if (part.group(3) != null) {
            last = number(part.group(3));
        } else if (part.group(1) != null || part.group(4) != null) {
            last = Optional.of(highest);
        }
        int step = part.group(4) == null ? 1 : Integer.parseInt(part.group(4));
        if (first.isEmpty() || last.isEmpty() || step < 1 || step > highest) {
            return Optional.empty();
        }
        return range(first.get(), last.get(), step);
    }

    /** Returns a number or its name, within the field's bounds. */
    Optional<Integer> number(String text) {
        int name = names.indexOf(text.toUpperCase(Locale.ROOT));
        if (name >= 0) {
            return Optional.of(lowest + name);
        }
        return text.matches("\\d{1,4}")
                ? Optional.of(Integer.parseInt(text)).filter(number -> number >= lowest && number <= highest)
                : Optional.empty();
    }

    private Optional<BitSet> range(int first, int last, int step) {
        if (first > last && !wraps) {
            return Optional.empty();
        }
        int size = highest - lowest + 1;
        BitSet numbers = new BitSet();
        for (int number = first; number <= (first > last ? last + size : last); number += step) {
            numbers.set(number > highest ? number - size : number);
        }
        return Optional.of(numbers);
    }
}
