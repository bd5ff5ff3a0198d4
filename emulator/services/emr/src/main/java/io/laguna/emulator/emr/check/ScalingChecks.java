package io.laguna.emulator.emr.check;

import io.laguna.emulator.emr.request.Failures;
import java.util.Optional;
import software.amazon.awssdk.services.emr.model.ComputeLimits;
import software.amazon.awssdk.services.emr.model.ManagedScalingPolicy;

/** {@code https://docs.aws.amazon.com/emr/latest/APIReference/API_ComputeLimits.html}. */
public final class ScalingChecks {
    private ScalingChecks() {}

    public static void check(ManagedScalingPolicy policy) {
        ComputeLimits limits = Optional.ofNullable(policy.computeLimits())
                .orElseThrow(() -> Failures.missing("managedScalingPolicy.computeLimits"));
        if (limits.unitType() == null) {
            throw Failures.missing("managedScalingPolicy.computeLimits.unitType");
        }
        if (limits.minimumCapacityUnits() == null) {
            throw Failures.missing("managedScalingPolicy.computeLimits.minimumCapacityUnits");
        }
        if (limits.maximumCapacityUnits() == null) {
            throw Failures.missing("managedScalingPolicy.computeLimits.maximumCapacityUnits");
        }
        if (limits.minimumCapacityUnits() < 1 || limits.maximumCapacityUnits() < limits.minimumCapacityUnits()) {
            throw Failures.validation("The minimum capacity units of a managed scaling policy must be at least 1 and at"
                    + " most its maximum capacity units.");
        }
    }
}
