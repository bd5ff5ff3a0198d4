package io.laguna.emulator.kit.cron;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The days on which a cron expression is due: its day-of-month or its day-of-week, of which one is {@code ?}. */
final class CronDays {
    private static final Pattern LAST = Pattern.compile("L(?:-(\\d{1,2}))?");
    private static final Pattern WEEKDAY = Pattern.compile("(\\d{1,2})W");
    private static final Pattern LAST_OF_KIND = Pattern.compile("(\\w+)L");
    private static final Pattern NTH_OF_KIND = Pattern.compile("(\\w+)#([1-5])");

    private CronDays() {}

    /** Returns a test whether a day is due; empty when the two fields are not valid together. */
    static Optional<Predicate<LocalDate>> of(String daysOfMonth, String daysOfWeek) {
        if (daysOfWeek.equals("?") == daysOfMonth.equals("?")) {
            return Optional.empty();
        }
        boolean month = daysOfWeek.equals("?");
        List<Predicate<LocalDate>> any = new ArrayList<>();
        for (String part : (month ? daysOfMonth : daysOfWeek).split(",", -1)) {
            Optional<Predicate<LocalDate>> day = month ? ofMonth(part) : ofWeek(part);
            if (day.isEmpty()) {
                return Optional.empty();
            }
            any.add(day.get());
        }
        return Optional.of(day -> any.stream().anyMatch(each -> each.test(day)));
    }

    private static Optional<Predicate<LocalDate>> ofMonth(String part) {
        if (part.equals("LW")) {
            return Optional.of(day -> day.equals(nearestWeekday(lastOfMonth(day))));
        }
        Matcher last = LAST.matcher(part);
        if (last.matches()) {
            int before = last.group(1) == null ? 0 : Integer.parseInt(last.group(1));
            return before > 30
                    ? Optional.empty()
                    : Optional.of(day -> day.equals(lastOfMonth(day).minusDays(before)));
        }
        Matcher weekday = WEEKDAY.matcher(part);
        if (weekday.matches()) {
            return CronField.DAYS_OF_MONTH
                    .number(weekday.group(1))
                    .map(wanted -> day ->
                            wanted <= day.lengthOfMonth() && day.equals(nearestWeekday(day.withDayOfMonth(wanted))));
        }
        return CronField.DAYS_OF_MONTH.part(part).map(numbers -> day -> numbers.get(day.getDayOfMonth()));
    }

    private static Optional<Predicate<LocalDate>> ofWeek(String part) {
        if (part.equals("L")) {
            return Optional.of(day -> day.getDayOfWeek() == DayOfWeek.SATURDAY);
        }
        Matcher last = LAST_OF_KIND.matcher(part);
        if (last.matches()) {
            return CronField.DAYS_OF_WEEK
                    .number(last.group(1))
                    .map(wanted -> day -> number(day) == wanted && day.getDayOfMonth() > day.lengthOfMonth() - 7);
        }
        Matcher nth = NTH_OF_KIND.matcher(part);
        if (nth.matches()) {
            int week = Integer.parseInt(nth.group(2));
            return CronField.DAYS_OF_WEEK
                    .number(nth.group(1))
                    .map(wanted -> day -> number(day) == wanted && (day.getDayOfMonth() - 1) / 7 == week - 1);
        }
        Optional<BitSet> numbers = CronField.DAYS_OF_WEEK.part(part);
        return numbers.map(wanted -> day -> wanted.get(number(day)));
    }

    /** Returns the number of a weekday; 1 is Sunday. */
    private static int number(LocalDate day) {
        return day.getDayOfWeek().getValue() % 7 + 1;
    }

    private static LocalDate lastOfMonth(LocalDate day) {
        return day.with(TemporalAdjusters.lastDayOfMonth());
    }

    /** Returns the weekday next to a day, in the same month. */
    private static LocalDate nearestWeekday(LocalDate day) {
        return switch (day.getDayOfWeek()) {
            case SATURDAY -> day.getDayOfMonth() == 1 ? day.plusDays(2) : day.minusDays(1);
            case SUNDAY -> day.getDayOfMonth() == day.lengthOfMonth() ? day.minusDays(2) : day.plusDays(1);
            case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> day;
        };
    }
}
