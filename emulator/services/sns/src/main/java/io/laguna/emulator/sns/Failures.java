package io.laguna.emulator.sns;

import software.amazon.awssdk.services.sns.model.BatchEntryIdsNotDistinctException;
import software.amazon.awssdk.services.sns.model.BatchRequestTooLongException;
import software.amazon.awssdk.services.sns.model.EmptyBatchRequestException;
import software.amazon.awssdk.services.sns.model.InvalidBatchEntryIdException;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.InvalidParameterValueException;
import software.amazon.awssdk.services.sns.model.NotFoundException;
import software.amazon.awssdk.services.sns.model.ResourceNotFoundException;
import software.amazon.awssdk.services.sns.model.TagLimitExceededException;
import software.amazon.awssdk.services.sns.model.TooManyEntriesInBatchRequestException;

/** The failures of SNS, in its own words. */
final class Failures {
    private Failures() {}

    static NotFoundException noTopic() {
        return NotFoundException.builder().message("Topic does not exist").build();
    }

    static NotFoundException noSubscription() {
        return NotFoundException.builder()
                .message("Subscription does not exist")
                .build();
    }

    static ResourceNotFoundException noResource() {
        return ResourceNotFoundException.builder()
                .message("Resource does not exist")
                .build();
    }

    static InvalidParameterException parameter(String what) {
        return InvalidParameterException.builder()
                .message("Invalid parameter: " + what)
                .build();
    }

    static InvalidParameterException missing(String member) {
        return parameter(member + " Reason: no value for required parameter");
    }

    static InvalidParameterValueException value(String message) {
        return InvalidParameterValueException.builder().message(message).build();
    }

    static TagLimitExceededException tags() {
        return TagLimitExceededException.builder()
                .message("Could not complete request: tag quota of per resource exceeded")
                .build();
    }

    static EmptyBatchRequestException emptyBatch() {
        return EmptyBatchRequestException.builder()
                .message("The batch request doesn't contain any entries.")
                .build();
    }

    static TooManyEntriesInBatchRequestException tooMany() {
        return TooManyEntriesInBatchRequestException.builder()
                .message("The batch request contains more entries than permissible (more than 10).")
                .build();
    }

    static BatchEntryIdsNotDistinctException repeated() {
        return BatchEntryIdsNotDistinctException.builder()
                .message("Two or more batch entries in the request have the same Id.")
                .build();
    }

    static InvalidBatchEntryIdException entryId() {
        return InvalidBatchEntryIdException.builder()
                .message("The Id of a batch entry in a batch request doesn't abide by the specification.")
                .build();
    }

    static BatchRequestTooLongException tooLong() {
        return BatchRequestTooLongException.builder()
                .message("The length of all the batch messages put together is more than the limit.")
                .build();
    }
}
