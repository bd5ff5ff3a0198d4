package io.laguna.emulator.scheduler;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The expression {@code rate(5 minutes)}. A day is 24 hours, also where the clocks change. */
record RateExpression(Duration period, Instant countedFrom) implements ScheduleExpression {
    private static final Pattern FORM = Pattern.compile("([1-9]\\d{0,7}) (minute|hour|day)s?");
    private static final Map<String, Duration> UNITS =
            Map.of("minute", Duration.ofMinutes(1), "hour", Duration.ofHours(1), "day", Duration.ofDays(1));

    static Optional<RateExpression> of(String text, Instant countedFrom) {
        Matcher form = FORM.matcher(text);
        return form.matches()
                ? Optional.of(new RateExpression(
                        UNITS.get(form.group(2)).multipliedBy(Long.parseLong(form.group(1))), countedFrom))
                : Optional.empty();
    }

    @Override
    public Optional<Instant> atOrAfter(Instant from) {
        if (!from.isAfter(countedFrom)) {
            return Optional.of(countedFrom);
        }
        Duration since = Duration.between(countedFrom, from);
        long periods = since.dividedBy(period);
        Instant at = countedFrom.plus(period.multipliedBy(periods));
        return Optional.of(at.isBefore(from) ? at.plus(period) : at);
    }
}
