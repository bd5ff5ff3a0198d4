package io.laguna.apps.covid.report.words;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates as the page prints them, day first, months in English. */
public final class Dates {

    private static final DateTimeFormatter LONG = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM uuuu", Locale.ENGLISH);

    private Dates() {}

    /** Returns {@code 13 July 2020}. */
    public static String full(LocalDate date) {
        return LONG.format(date);
    }

    /** Returns {@code 13 Jul 2020}. */
    public static String brief(LocalDate date) {
        return SHORT.format(date);
    }

    /** Returns {@code 13 Jul}. */
    static String day(LocalDate date) {
        return DAY.format(date);
    }

    /** Returns a day between {@code first} and {@code last}, with the year where these two leave a doubt about it. */
    public static String within(LocalDate first, LocalDate last, LocalDate date) {
        return first.getYear() == last.getYear() ? day(date) : brief(date);
    }

    /** Returns {@code Jul 2020}. */
    public static String month(YearMonth month) {
        return MONTH.format(month);
    }

    /** Returns {@code 6 March to 13 July 2020}, or both years where they differ. */
    public static String span(LocalDate first, LocalDate last) {
        DateTimeFormatter start =
                first.getYear() == last.getYear() ? DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH) : LONG;
        return first.equals(last) ? full(last) : start.format(first) + " to " + full(last);
    }
}
