package io.laguna.emulator.scheduler;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The expression {@code at(2022-11-20T13:00:00)}. A time that the clocks skip comes later by as much as they jump: it
 * is never lost.
 */
record AtExpression(Instant time) implements ScheduleExpression {
    private static final Pattern FORM = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d");

    static Optional<AtExpression> of(String text, ZoneId zone) {
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new AtExpression(LocalDateTime.parse(text).atZone(zone).toInstant()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<Instant> atOrAfter(Instant from) {
        return Optional.of(time).filter(due -> !due.isBefore(from));
    }

    @Override
    public boolean isOneTime() {
        return true;
    }
}
