package io.laguna.emulator.events;

import java.util.Locale;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * The reason for which an event is a dead letter: the attribute {@code ERROR_CODE}.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html">Dead-letter queues</a>
 */
enum DeadLetterCode {
    NO_RESOURCE,
    NO_PERMISSIONS,
    RESOURCE_ALREADY_EXISTS,
    RESOURCE_LIMIT_EXCEEDED,
    INVALID_PARAMETER,
    THROTTLING,
    ERROR_FROM_TARGET,
    INTERNAL_ERROR,
    SDK_CLIENT_ERROR,
    UNKNOWN;

    private static final int NOT_FOUND = 404;
    private static final int FORBIDDEN = 403;
    private static final int SERVER_ERROR = 500;

    static DeadLetterCode of(RuntimeException failure) {
        if (failure instanceof AwsServiceException answered) {
            return of(answered);
        }
        return failure instanceof SdkClientException ? SDK_CLIENT_ERROR : UNKNOWN;
    }

    private static DeadLetterCode of(AwsServiceException failure) {
        String code = Optional.ofNullable(failure.awsErrorDetails())
                .map(AwsErrorDetails::errorCode)
                .orElse(failure.getClass().getSimpleName())
                .toLowerCase(Locale.ROOT);
        if (failure.isThrottlingException()) {
            return THROTTLING;
        } else if (failure.statusCode() == NOT_FOUND
                || has(code, "notfound", "nonexistent", "doesnotexist", "nosuch")) {
            return NO_RESOURCE;
        } else if (failure.statusCode() == FORBIDDEN || has(code, "accessdenied", "notauthorized")) {
            return NO_PERMISSIONS;
        } else if (has(code, "alreadyexists")) {
            return RESOURCE_ALREADY_EXISTS;
        } else if (has(code, "limitexceeded")) {
            return RESOURCE_LIMIT_EXCEEDED;
        } else if (has(code, "invalid", "validation")) {
            return INVALID_PARAMETER;
        }
        return failure.statusCode() >= SERVER_ERROR ? INTERNAL_ERROR : ERROR_FROM_TARGET;
    }

    private static boolean has(String code, String... parts) {
        for (String part : parts) {
            if (code.contains(part)) {
                return true;
            }
        }
        return false;
    }
}
