package io.laguna.emulator.scheduler;

import io.laguna.emulator.kit.cron.CronExpression;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The expression that tells when a schedule is due.
 *
 * @see <a href="https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html">Schedule types</a>
 */
sealed interface ScheduleExpression permits AtExpression, CronSchedule, RateExpression {
    Pattern FORM = Pattern.compile("(at|cron|rate)\\((.*)\\)");

    /** Returns the first occurrence at that time or after it. */
    Optional<Instant> atOrAfter(Instant from);

    /** Tells whether there is one occurrence at the most; such a schedule has no start and no end. */
    default boolean isOneTime() {
        return false;
    }

    /**
     * Reads an expression.
     *
     * @param zone in which cron and at expressions are evaluated
     * @param countedFrom the first occurrence of a rate
     * @throws software.amazon.awssdk.services.scheduler.model.ValidationException in AWS's words
     */
    static ScheduleExpression of(String text, ZoneId zone, Instant countedFrom) {
        Matcher form = FORM.matcher(text);
        Optional<? extends ScheduleExpression> expression = Optional.empty();
        if (form.matches()) {
            String inner = form.group(2);
            expression = switch (form.group(1)) {
                case "at" -> AtExpression.of(inner, zone);
                case "cron" -> CronExpression.of(inner, zone).map(CronSchedule::new);
                default -> RateExpression.of(inner, countedFrom);
            };
        }
        return expression.orElseThrow(() -> Failures.invalid("Invalid Schedule Expression " + text + "."));
    }
}
