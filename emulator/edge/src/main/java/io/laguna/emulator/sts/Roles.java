package io.laguna.emulator.sts;

import io.laguna.emulator.kit.Directory;
import io.laguna.emulator.kit.KnownRole;
import io.laguna.emulator.kit.Principal;
import java.time.Duration;

/**
 * The roles that can be assumed. An account that has made a role in IAM has those that it made. In any other account every
 * role is there: many a script names roles and makes none.
 */
public record Roles(Directory directory) {
    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;

    /**
     * Returns the role of an ARN.
     *
     * @param action {@code sts:AssumeRole}
     */
    KnownRole assumed(Principal caller, String action, String arn) {
        RoleArn named = Constraints.role(arn);
        if (!directory.hasRoles(named.accountId())) {
            return named.role();
        }
        return directory
                .role(arn)
                .orElseThrow(() -> Constraints.failure(
                        "AccessDenied",
                        FORBIDDEN,
                        "User: " + caller.arn() + " is not authorized to perform: " + action + " on resource: " + arn));
    }

    /** Refuses a session that is longer than the role allows. */
    static void checkDuration(KnownRole role, Duration asked) {
        if (asked.compareTo(role.longestSession()) > 0) {
            throw Constraints.failure(
                    "ValidationError",
                    BAD_REQUEST,
                    "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.");
        }
    }
}
