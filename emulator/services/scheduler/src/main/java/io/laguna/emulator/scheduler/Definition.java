package io.laguna.emulator.scheduler;

import io.laguna.emulator.kit.shape.Shapes;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.scheduler.model.ActionAfterCompletion;
import software.amazon.awssdk.services.scheduler.model.FlexibleTimeWindow;
import software.amazon.awssdk.services.scheduler.model.FlexibleTimeWindowMode;
import software.amazon.awssdk.services.scheduler.model.GetScheduleResponse;
import software.amazon.awssdk.services.scheduler.model.RetryPolicy;
import software.amazon.awssdk.services.scheduler.model.ScheduleState;
import software.amazon.awssdk.services.scheduler.model.Target;

/**
 * The definition of a schedule in a request, checked and with the defaults for what the request leaves open.
 *
 * <p>https://docs.aws.amazon.com/scheduler/latest/APIReference/API_CreateSchedule.html
 */
final class Definition {
    static final String DEFAULT_GROUP = "default";
    private static final Pattern QUEUE =
            Pattern.compile("arn:aws(?:-[a-z]+)*:sqs:[a-z0-9-]+:\\d{12}:[A-Za-z0-9_-]{1,80}");
    private static final RetryPolicy DEFAULT_RETRIES = RetryPolicy.builder()
            .maximumEventAgeInSeconds(86_400)
            .maximumRetryAttempts(185)
            .build();

    private Definition() {}

    /**
     * Returns the schedule as GetSchedule answers it, but for its ARN and dates.
     *
     * @param request a CreateScheduleRequest or an UpdateScheduleRequest, which have the same members
     * @param services the services that the target may be of
     * @throws software.amazon.awssdk.services.scheduler.model.ValidationException that says what is wrong
     */
    static GetScheduleResponse of(SdkPojo request, Instant now, TargetServices services) {
        GetScheduleResponse given =
                Shapes.copy(request, GetScheduleResponse.builder()).build();
        constraints(given).check();
        GetScheduleResponse whole = withDefaults(given);
        checkWindow(whole.flexibleTimeWindow());
        checkTimes(whole, now);
        checkTarget(whole.target(), services);
        if (given.kmsKeyArn() != null) {
            throw Failures.invalid("KmsKeyArn: Laguna has no KMS, and would keep the schedule unencrypted.");
        }
        return whole;
    }

    static ScheduleExpression expression(GetScheduleResponse schedule, Instant countedFrom) {
        return ScheduleExpression.of(schedule.scheduleExpression(), zone(schedule), countedFrom);
    }

    /** Returns the first occurrence at that time or after it, between the schedule's start and its end. */
    static Optional<Instant> occurrence(GetScheduleResponse schedule, Instant countedFrom, Instant from) {
        ScheduleExpression expression = expression(schedule, countedFrom);
        if (expression.isOneTime()) {
            return expression.atOrAfter(from);
        }
        Instant start =
                Optional.ofNullable(schedule.startDate()).filter(from::isBefore).orElse(from);
        return expression
                .atOrAfter(start)
                .filter(due -> schedule.endDate() == null || !due.isAfter(schedule.endDate()));
    }

    static boolean isEnabled(GetScheduleResponse schedule) {
        return schedule.state() == ScheduleState.ENABLED;
    }

    /** Returns how long after an occurrence its window allows an invocation; zero without a window. */
    static Duration window(GetScheduleResponse schedule) {
        return Optional.ofNullable(schedule.flexibleTimeWindow().maximumWindowInMinutes())
                .map(Duration::ofMinutes)
                .orElse(Duration.ZERO);
    }

    private static Constraints constraints(GetScheduleResponse given) {
        Constraints constraints = new Constraints()
                .name("name", given.name())
                .optionalName("groupName", given.groupName())
                .present("scheduleExpression", given.scheduleExpression())
                .length("scheduleExpression", given.scheduleExpression(), 1, 256)
                .length("scheduleExpressionTimezone", given.scheduleExpressionTimezone(), 1, 50)
                .length("description", given.description(), 0, 512)
                .oneOf("state", given.stateAsString(), List.copyOf(ScheduleState.knownValues()))
                .oneOf(
                        "actionAfterCompletion",
                        given.actionAfterCompletionAsString(),
                        List.copyOf(ActionAfterCompletion.knownValues()))
                .present("flexibleTimeWindow", given.flexibleTimeWindow())
                .present("target", given.target());
        Optional.ofNullable(given.flexibleTimeWindow()).ifPresent(window -> constraints
                .present("flexibleTimeWindow.mode", window.mode())
                .oneOf(
                        "flexibleTimeWindow.mode",
                        window.modeAsString(),
                        List.copyOf(FlexibleTimeWindowMode.knownValues()))
                .range("flexibleTimeWindow.maximumWindowInMinutes", window.maximumWindowInMinutes(), 1, 1440));
        Optional.ofNullable(given.target()).ifPresent(target -> constraints
                .present("target.arn", target.arn())
                .length("target.arn", target.arn(), 1, 1600)
                .role("target.roleArn", target.roleArn()));
        Optional.ofNullable(given.target()).map(Target::retryPolicy).ifPresent(retries -> constraints
                .range("target.retryPolicy.maximumRetryAttempts", retries.maximumRetryAttempts(), 0, 185)
                .range("target.retryPolicy.maximumEventAgeInSeconds", retries.maximumEventAgeInSeconds(), 60, 86_400));
        return constraints;
    }

    private static GetScheduleResponse withDefaults(GetScheduleResponse given) {
        RetryPolicy retries = Optional.ofNullable(given.target().retryPolicy()).orElse(DEFAULT_RETRIES);
        return given.toBuilder()
                .groupName(Optional.ofNullable(given.groupName()).orElse(DEFAULT_GROUP))
                .scheduleExpressionTimezone(
                        Optional.ofNullable(given.scheduleExpressionTimezone()).orElse("UTC"))
                .state(Optional.ofNullable(given.state()).orElse(ScheduleState.ENABLED))
                .actionAfterCompletion(
                        Optional.ofNullable(given.actionAfterCompletion()).orElse(ActionAfterCompletion.NONE))
                .target(given.target().toBuilder()
                        .retryPolicy(Shapes.copy(retries, DEFAULT_RETRIES.toBuilder())
                                .build())
                        .build())
                .build();
    }

    private static void checkWindow(FlexibleTimeWindow window) {
        boolean flexible = window.mode() == FlexibleTimeWindowMode.FLEXIBLE;
        if (flexible != (window.maximumWindowInMinutes() != null)) {
            throw Failures.invalid(
                    flexible
                            ? "MaximumWindowInMinutes must be provided when the flexible time window mode is FLEXIBLE."
                            : "MaximumWindowInMinutes must not be provided when the flexible time window mode is OFF.");
        }
    }

    private static void checkTimes(GetScheduleResponse schedule, Instant now) {
        ScheduleExpression expression = expression(schedule, now);
        if (expression.isOneTime()) {
            return;
        }
        Instant start = Optional.ofNullable(schedule.startDate()).orElse(now);
        if (start.isBefore(now.minus(Duration.ofMinutes(5)))) {
            throw Failures.invalid("The StartDate you specify cannot be earlier than 5 minutes ago.");
        }
        if (schedule.endDate() != null && !schedule.endDate().isAfter(start)) {
            throw Failures.invalid("The EndDate you specify must be later than the StartDate and than now.");
        }
    }

    private static void checkTarget(Target target, TargetServices services) {
        DeadLetter.queue(target).ifPresent(queue -> {
            if (!services.has("sqs") || !QUEUE.matcher(queue).matches()) {
                throw Failures.invalid("DeadLetterConfig: " + queue + " is not the ARN of a queue.");
            }
        });
        UniversalTarget called = UniversalTarget.of(services, target);
        if (target.input() == null) {
            throw Failures.invalid("You must provide an input to set this target for your schedule.");
        }
        called.read(ContextAttributes.sample(target.input()), "sample");
        called.requireBuilt();
    }

    private static ZoneId zone(GetScheduleResponse schedule) {
        String zone = schedule.scheduleExpressionTimezone();
        if (!ZoneId.getAvailableZoneIds().contains(zone)) {
            throw Failures.invalid("Invalid ScheduleExpressionTimezone " + zone + ".");
        }
        return ZoneId.of(zone);
    }
}
