package io.laguna.emulator.logs;

import software.amazon.awssdk.services.cloudwatchlogs.model.InvalidParameterException;
import software.amazon.awssdk.services.cloudwatchlogs.model.LimitExceededException;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourceAlreadyExistsException;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourceNotFoundException;

/** The failures of CloudWatch Logs, in its own words. */
final class Failures {
    private Failures() {}

    static InvalidParameterException invalid(String message) {
        return InvalidParameterException.builder().message(message).build();
    }

    static InvalidParameterException badToken() {
        return invalid("The specified nextToken is invalid.");
    }

    static ResourceNotFoundException noGroup() {
        return notFound("The specified log group does not exist.");
    }

    static ResourceNotFoundException noStream() {
        return notFound("The specified log stream does not exist.");
    }

    static ResourceNotFoundException notFound(String message) {
        return ResourceNotFoundException.builder().message(message).build();
    }

    static LimitExceededException limit() {
        return LimitExceededException.builder()
                .message("Resource limit exceeded.")
                .build();
    }

    static ResourceAlreadyExistsException exists(String kind) {
        return ResourceAlreadyExistsException.builder()
                .message("The specified " + kind + " already exists")
                .build();
    }
}
