package io.laguna.emulator.scheduler;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.laguna.emulator.kit.shape.Shapes;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.scheduler.model.Target;

/** An attempt to call a schedule's target. */
final class Invocation {
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;

    private final TargetServices services;

    Invocation(TargetServices services) {
        this.services = services;
    }

    /** Tells whether two calls of a schedule's target with one token are one. */
    boolean isIdempotent(ScheduleRecord schedule) {
        return target(schedule).isIdempotent();
    }

    /** Tells a schedule's dead-letter queue of an invocation that has failed for good. */
    void giveUp(DeadLetter letter) {
        letter.send(services);
    }

    InvocationOutcome run(ScheduleRecord schedule, Occurrence occurrence, int attempt) {
        Target target = schedule.definition().target();
        String execution = occurrence.id().toString();
        try {
            UniversalTarget called = target(schedule);
            TargetRequest request = called.read(
                    ContextAttributes.fill(
                            target.input(), schedule.definition().arn(), occurrence.scheduledAt(), execution, attempt),
                    execution);
            return call(called, schedule, request);
        } catch (AwsServiceException e) {
            return new InvocationOutcome.Refused(reason(e), false);
        } catch (UnsupportedOperationException e) {
            return new InvocationOutcome.Refused("Not implemented by Laguna: " + target.arn(), false);
        } catch (RuntimeException e) {
            return new InvocationOutcome.Refused(e.toString(), true);
        }
    }

    private static InvocationOutcome call(UniversalTarget called, ScheduleRecord schedule, TargetRequest request) {
        try {
            return new InvocationOutcome.Accepted(told(called.call(schedule.owner(), request)));
        } catch (AwsServiceException e) {
            int status = called.status(e);
            boolean mayPass = e.isThrottlingException() || status == TOO_MANY_REQUESTS || status >= SERVER_ERROR;
            return new InvocationOutcome.Refused(reason(e), mayPass);
        }
    }

    private UniversalTarget target(ScheduleRecord schedule) {
        return UniversalTarget.of(services, schedule.definition().target());
    }

    /**
     * Returns the part of an answer that is kept in the log: ids and other single values. Structures are left out, since
     * they may hold credentials, as those of STS do.
     */
    private static String told(SdkPojo answer) {
        ObjectNode told = JsonNodeFactory.instance.objectNode();
        for (SdkField<?> field : answer.sdkFields()) {
            Optional<Object> value = Shapes.value(field, answer);
            value.filter(each -> each instanceof String || each instanceof Number || each instanceof Boolean)
                    .ifPresent(each -> told.put(field.memberName(), each.toString()));
            value.filter(each -> each instanceof List<?> list && list.stream().allMatch(String.class::isInstance))
                    .ifPresent(each -> ((List<?>) each)
                            .forEach(text -> told.withArray(field.memberName()).add((String) text)));
        }
        return told.toString();
    }

    private static String reason(AwsServiceException failure) {
        String code = Optional.ofNullable(failure.awsErrorDetails())
                .map(AwsErrorDetails::errorCode)
                .orElse(failure.getClass().getSimpleName());
        String message = Optional.ofNullable(failure.awsErrorDetails())
                .map(AwsErrorDetails::errorMessage)
                .orElse(failure.getMessage());
        return code + ": " + message;
    }
}
