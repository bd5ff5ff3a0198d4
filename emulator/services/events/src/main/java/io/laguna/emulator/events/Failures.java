package io.laguna.emulator.events;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.eventbridge.model.EventBridgeException;
import software.amazon.awssdk.services.eventbridge.model.InvalidEventPatternException;
import software.amazon.awssdk.services.eventbridge.model.LimitExceededException;
import software.amazon.awssdk.services.eventbridge.model.PolicyLengthExceededException;
import software.amazon.awssdk.services.eventbridge.model.ResourceAlreadyExistsException;
import software.amazon.awssdk.services.eventbridge.model.ResourceNotFoundException;

/** The failures of EventBridge, in its own words. */
final class Failures {
    private static final int BAD_REQUEST = 400;

    private Failures() {}

    static EventBridgeException validation(String message) {
        return (EventBridgeException) EventBridgeException.builder()
                .statusCode(BAD_REQUEST)
                .message(message)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode("ValidationException")
                        .errorMessage(message)
                        .build())
                .build();
    }

    static EventBridgeException parameter(String name, String reason) {
        return validation("Parameter " + name + " is not valid. Reason: " + reason);
    }

    static ResourceNotFoundException noBus(String name) {
        return notFound("Event bus " + name + " does not exist.");
    }

    static ResourceNotFoundException noRule(String rule, String bus) {
        return notFound("Rule " + rule + " does not exist on EventBus " + bus + ".");
    }

    static ResourceNotFoundException notFound(String message) {
        return ResourceNotFoundException.builder().message(message).build();
    }

    static ResourceAlreadyExistsException exists(String bus) {
        return ResourceAlreadyExistsException.builder()
                .message("Event bus " + bus + " already exists.")
                .build();
    }

    static InvalidEventPatternException pattern(String reason) {
        return InvalidEventPatternException.builder()
                .message("Event pattern is not valid. Reason: " + reason)
                .build();
    }

    static PolicyLengthExceededException policyTooLong() {
        return PolicyLengthExceededException.builder()
                .message("The event bus policy is too long.")
                .build();
    }

    static LimitExceededException limit(String message) {
        return LimitExceededException.builder().message(message).build();
    }
}
