package io.laguna.apps.covid.report.chart;

import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A date on an axis. The first tick tells the year, and so does every tick where the year changes. */
record DateTick(LocalDate date, String label) {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH_AND_YEAR = DateTimeFormatter.ofPattern("MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_AND_YEAR = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter YEAR = DateTimeFormatter.ofPattern("uuuu", Locale.ENGLISH);

    /** The number of days below which the axis counts in days, and above which it counts in months. */
    private static final long DAYS_OF_A_SHORT_AXIS = 75;

    /** The pixels that "26 Mar 2020" and "Sep 2020" need. */
    private static final double ROOM_OF_A_DAY = 78;

    private static final double ROOM_OF_A_MONTH = 60;

    /** Returns ticks at equal calendar steps, none outside the two dates, as many as {@code pixels} have space for. */
    static List<DateTick> between(LocalDate first, LocalDate last, double pixels) {
        long days = ChronoUnit.DAYS.between(first, last);
        return days < DAYS_OF_A_SHORT_AXIS
                ? byDay(first, last, (int) (pixels / ROOM_OF_A_DAY))
                : byMonth(first, last, (int) (pixels / ROOM_OF_A_MONTH));
    }

    private static List<DateTick> byDay(LocalDate first, LocalDate last, int atMost) {
        int step = Stream.of(1, 2, 7, 14, 28)
                .filter(days -> ChronoUnit.DAYS.between(first, last) / days < atMost)
                .findFirst()
                .orElse(56);
        return ticks(first, last, Period.ofDays(step), DAY, DAY_AND_YEAR);
    }

    private static List<DateTick> byMonth(LocalDate first, LocalDate last, int atMost) {
        LocalDate start =
                first.getDayOfMonth() == 1 ? first : first.plusMonths(1).withDayOfMonth(1);
        long months = ChronoUnit.MONTHS.between(start, last) + 1;
        int step = Stream.of(1, 2, 3, 6, 12)
                .filter(every -> (months + every - 1) / every <= atMost)
                .findFirst()
                .orElse(24);
        // Steps of several months start where a year divides by them, so that every January has its tick.
        LocalDate aligned = start.plusMonths(Math.floorMod(1 - start.getMonthValue(), Math.min(step, 12)));
        return step < 12
                ? ticks(aligned, last, Period.ofMonths(step), MONTH, MONTH_AND_YEAR)
                : ticks(aligned, last, Period.ofMonths(step), YEAR, YEAR);
    }

    private static List<DateTick> ticks(
            LocalDate first, LocalDate last, Period step, DateTimeFormatter plain, DateTimeFormatter withYear) {
        List<DateTick> ticks = new ArrayList<>();
        int year = Integer.MIN_VALUE;
        for (LocalDate date = first; !date.isAfter(last); date = date.plus(step)) {
            ticks.add(new DateTick(date, (date.getYear() == year ? plain : withYear).format(date)));
            year = date.getYear();
        }
        return ticks;
    }
}
