package io.laguna.emulator.kit.cron;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The expression {@code cron(minutes hours day-of-month month day-of-week year)}. When the clocks go forward, a time
 * that does not exist is skipped. When they go back, a time that comes twice is due the first time only.
 *
 * @see <a href="https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html#cron-based">Cron-based</a>
 */
public final class CronExpression {
    private final BitSet minutes;
    private final BitSet hours;
    private final Predicate<LocalDate> days;
    private final BitSet months;
    private final BitSet years;
    private final ZoneId zone;

    private CronExpression(
            BitSet minutes, BitSet hours, Predicate<LocalDate> days, BitSet months, BitSet years, ZoneId zone) {
        this.minutes = minutes;
        this.hours = hours;
        this.days = days;
        this.months = months;
        this.years = years;
        this.zone = zone;
    }

    /**
     * Reads the fields of an expression, which stand between the parentheses; empty when they are no expression.
     *
     * @param zone in which the expression is evaluated
     */
    public static Optional<CronExpression> of(String text, ZoneId zone) {
        String[] fields = text.strip().split("\\s+", -1);
        if (fields.length != 6) {
            return Optional.empty();
        }
        Optional<BitSet> minutes = CronField.MINUTES.list(fields[0]);
        Optional<BitSet> hours = CronField.HOURS.list(fields[1]);
        Optional<Predicate<LocalDate>> days = CronDays.of(fields[2], fields[4]);
        Optional<BitSet> months = CronField.MONTHS.list(fields[3]);
        Optional<BitSet> years = CronField.YEARS.list(fields[5]);
        return List.of(minutes, hours, days, months, years).stream().allMatch(Optional::isPresent)
                ? Optional.of(
                        new CronExpression(minutes.get(), hours.get(), days.get(), months.get(), years.get(), zone))
                : Optional.empty();
    }

    /** Tells whether two minutes of an hour at which it is due are closer than that. */
    public boolean isMoreOftenThan(Duration gap) {
        for (int minute = minutes.nextSetBit(0); minute >= 0; minute = minutes.nextSetBit(minute + 1)) {
            int next = minutes.nextSetBit(minute + 1);
            if (next >= 0 && Duration.ofMinutes(next - minute).compareTo(gap) < 0) {
                return true;
            }
        }
        return false;
    }

    /** Returns the first occurrence at that time or after it; empty when none comes any more. */
    public Optional<Instant> atOrAfter(Instant from) {
        LocalDateTime local = from.atZone(zone).toLocalDateTime();
        // Before an hour that comes twice the clock may show a later time than the first one of its second pass.
        LocalDate day = local.toLocalDate().minusDays(1);
        while (day.getYear() <= CronField.YEARS.highest()) {
            if (!years.get(day.getYear())) {
                day = LocalDate.of(day.getYear() + 1, 1, 1);
            } else if (!months.get(day.getMonthValue())) {
                day = day.withDayOfMonth(1).plusMonths(1);
            } else {
                Optional<Instant> found = days.test(day) ? on(day, from) : Optional.empty();
                if (found.isPresent()) {
                    return found;
                }
                day = day.plusDays(1);
            }
        }
        return Optional.empty();
    }

    private Optional<Instant> on(LocalDate day, Instant from) {
        for (int hour = hours.nextSetBit(0); hour >= 0; hour = hours.nextSetBit(hour + 1)) {
            for (int minute = minutes.nextSetBit(0); minute >= 0; minute = minutes.nextSetBit(minute + 1)) {
                LocalDateTime time = day.atTime(hour, minute);
                List<ZoneOffset> offsets = zone.getRules().getValidOffsets(time);
                if (!offsets.isEmpty()) {
                    Instant due = time.toInstant(offsets.get(0));
                    if (!due.isBefore(from)) {
                        return Optional.of(due);
                    }
                }
            }
        }
        return Optional.empty();
    }
}
