package io.laguna.emulator.events;

import io.laguna.emulator.kit.cron.CronExpression;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The schedule of a rule: {@code cron(…)} in UTC, or {@code rate(5 minutes)} since the rule was put or enabled.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html">Scheduled
 *     rules</a>
 */
final class RuleSchedule {
    private static final Pattern RATE =
            Pattern.compile("rate\\((?:(1) (minute|hour|day)|(?!1 )([1-9]\\d{0,7}) (minute|hour|day)s)\\)");
    private static final Pattern CRON = Pattern.compile("cron\\((.*)\\)");
    private static final Map<String, Duration> UNITS =
            Map.of("minute", Duration.ofMinutes(1), "hour", Duration.ofHours(1), "day", Duration.ofDays(1));

    private RuleSchedule() {}

    /** Returns when a schedule is due next; empty when it is not due any more. */
    static Optional<Instant> next(String expression, Instant now) {
        Matcher rate = RATE.matcher(expression);
        if (rate.matches()) {
            boolean one = rate.group(1) != null;
            Duration unit = UNITS.get(one ? rate.group(2) : rate.group(4));
            return Optional.of(now.plus(unit.multipliedBy(one ? 1 : Long.parseLong(rate.group(3)))));
        }
        Matcher cron = CRON.matcher(expression);
        return (cron.matches() ? CronExpression.of(cron.group(1), ZoneOffset.UTC) : Optional.<CronExpression>empty())
                .orElseThrow(() -> Failures.parameter("ScheduleExpression", "it is no rate and no cron expression."))
                .atOrAfter(now.plusSeconds(1));
    }
}
