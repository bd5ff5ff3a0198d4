package io.laguna.emulator.scheduler;

import io.laguna.emulator.kit.shape.ShapeJson;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.scheduler.model.Target;

/** An attempt to call a schedule's target. */
final class Invocation {
    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;

    private final TargetOperation.Clients clients;

    Invocation(TargetOperation.Clients clients) {
        this.clients = clients;
    }

    InvocationOutcome run(ScheduleRecord schedule, Occurrence occurrence, int attempt) {
        Target target = schedule.definition().target();
        String execution = occurrence.id().toString();
        try {
            TargetOperation operation = TargetOperation.of(target.arn());
            SdkPojo request = operation.read(
                    ContextAttributes.fill(
                            target.input(), schedule.definition().arn(), occurrence.scheduledAt(), execution, attempt),
                    execution);
            return new InvocationOutcome.Accepted(ShapeJson.write(operation.call(clients, schedule.owner(), request)));
        } catch (AwsServiceException e) {
            return new InvocationOutcome.Refused(reason(e), mayPass(e));
        } catch (UnsupportedOperationException e) {
            return new InvocationOutcome.Refused("Not implemented by Laguna: " + target.arn(), false);
        } catch (RuntimeException e) {
            return new InvocationOutcome.Refused(e.toString(), true);
        }
    }

    private static String reason(AwsServiceException failure) {
        return failure.getClass().getSimpleName() + ": " + failure.getMessage();
    }

    /**
     * Tells whether a failure may pass. A fault of the request itself, or of its sender, is there the next time too.
     */
    private static boolean mayPass(AwsServiceException failure) {
        int status = failure.statusCode();
        boolean own = status == BAD_REQUEST || status == FORBIDDEN || status == NOT_FOUND || isNamedAsOwn(failure);
        return failure.isThrottlingException() || !own;
    }

    /**
     * Tells whether a failure is the caller's by its class. A room throws the exception without a status, which only
     * the edge gives it.
     */
    private static boolean isNamedAsOwn(AwsServiceException failure) {
        String name = failure.getClass().getSimpleName();
        return name.equals("ValidationException")
                || name.equals("InvalidRequestException")
                || name.equals("ResourceNotFoundException")
                || name.equals("AccessDeniedException");
    }
}
