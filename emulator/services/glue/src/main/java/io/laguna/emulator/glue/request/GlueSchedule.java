package io.laguna.emulator.glue.request;

import io.laguna.emulator.kit.cron.CronExpression;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The schedule of a crawler or a trigger: a cron expression in UTC that is due every five minutes at most.
 *
 * @param expression as it was given: {@code cron(15 12 * * ? *)}
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/monitor-data-warehouse-schedule.html">Time-based schedules</a>
 */
public record GlueSchedule(String expression, CronExpression cron) {
    private static final Pattern FORM = Pattern.compile("\\s*cron\\s*\\((.*)\\)\\s*");
    private static final Duration SHORTEST = Duration.ofMinutes(5);

    /**
     * Reads an expression.
     *
     * @throws software.amazon.awssdk.services.glue.model.InvalidInputException for one that Glue does not take
     */
    public static GlueSchedule of(String expression) {
        Matcher form = FORM.matcher(expression);
        CronExpression cron = (form.matches()
                        ? CronExpression.of(form.group(1), ZoneOffset.UTC)
                        : Optional.<CronExpression>empty())
                .orElseThrow(() -> Failures.invalid("Invalid schedule expression: " + expression
                        + ". It should be cron(Minutes Hours Day-of-month Month Day-of-week Year), with ? in one of the"
                        + " two fields of days."));
        if (cron.isMoreOftenThan(SHORTEST)) {
            throw Failures.invalid("Invalid schedule expression: " + expression
                    + ". A schedule may be due every 5 minutes at the most.");
        }
        return new GlueSchedule(expression, cron);
    }

    /** Returns the first occurrence after that time; empty when none comes any more. */
    public Optional<Instant> after(Instant time) {
        return cron.atOrAfter(time.plusNanos(1));
    }
}
