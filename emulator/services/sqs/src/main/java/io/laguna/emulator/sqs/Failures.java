package io.laguna.emulator.sqs;

import java.util.Locale;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.sqs.model.BatchEntryIdsNotDistinctException;
import software.amazon.awssdk.services.sqs.model.BatchRequestTooLongException;
import software.amazon.awssdk.services.sqs.model.EmptyBatchRequestException;
import software.amazon.awssdk.services.sqs.model.InvalidAddressException;
import software.amazon.awssdk.services.sqs.model.InvalidAttributeNameException;
import software.amazon.awssdk.services.sqs.model.InvalidAttributeValueException;
import software.amazon.awssdk.services.sqs.model.InvalidBatchEntryIdException;
import software.amazon.awssdk.services.sqs.model.InvalidMessageContentsException;
import software.amazon.awssdk.services.sqs.model.PurgeQueueInProgressException;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import software.amazon.awssdk.services.sqs.model.QueueNameExistsException;
import software.amazon.awssdk.services.sqs.model.ReceiptHandleIsInvalidException;
import software.amazon.awssdk.services.sqs.model.ResourceNotFoundException;
import software.amazon.awssdk.services.sqs.model.SqsException;
import software.amazon.awssdk.services.sqs.model.TooManyEntriesInBatchRequestException;
import software.amazon.awssdk.services.sqs.model.UnsupportedOperationException;

/**
 * The failures of SQS, in its own words. Each has the code of the query protocol beside that of its type: clients that
 * began with that protocol still show it, from a header.
 */
final class Failures {
    private static final int BAD_REQUEST = 400;
    private static final String PREFIX = "AWS.SimpleQueueService.";

    private Failures() {}

    static QueueDoesNotExistException noQueue() {
        return told(
                        QueueDoesNotExistException.builder(),
                        PREFIX + "NonExistentQueue",
                        "The specified queue does not exist.")
                .build();
    }

    static QueueNameExistsException exists(String attribute) {
        String message = "A queue already exists with the same name and a different value for attribute " + attribute;
        return told(QueueNameExistsException.builder(), "QueueAlreadyExists", message)
                .build();
    }

    static SqsException missing(String member) {
        return other("MissingParameter", "The request must contain the parameter " + member + ".");
    }

    static SqsException parameter(String message) {
        return other("InvalidParameterValue", message);
    }

    static SqsException value(String value, String member, String reason) {
        return parameter("Value " + value + " for parameter " + member + " is invalid. Reason: " + reason);
    }

    static SqsException notForThisQueue(String value, String member) {
        return value(value, member, "The request include parameter that is not valid for this queue type");
    }

    static SqsException combination(String message) {
        return other("InvalidParameterCombination", message);
    }

    static InvalidAddressException address(String url) {
        String message = "The address " + url + " is not valid for this endpoint.";
        return told(InvalidAddressException.builder(), "InvalidAddress", message)
                .build();
    }

    static InvalidAttributeNameException attribute(String name) {
        String message = "Unknown Attribute " + name + ".";
        return told(InvalidAttributeNameException.builder(), "InvalidAttributeName", message)
                .build();
    }

    static InvalidAttributeValueException attributeValue(String name) {
        String message = "Invalid value for the parameter " + name + ".";
        return told(InvalidAttributeValueException.builder(), "InvalidAttributeValue", message)
                .build();
    }

    static InvalidMessageContentsException contents(int character) {
        String message =
                "Invalid binary character '#x" + Integer.toHexString(character).toUpperCase(Locale.ROOT)
                        + "' was found in the message body, the set of allowed characters is #x9 | #xA | #xD | #x20 to #xD7FF |"
                        + " #xE000 to #xFFFD | #x10000 to #x10FFFF";
        return told(InvalidMessageContentsException.builder(), "InvalidMessageContents", message)
                .build();
    }

    static ReceiptHandleIsInvalidException receipt(String handle) {
        String message = "The input receipt handle \"" + handle + "\" is not a valid receipt handle.";
        return told(ReceiptHandleIsInvalidException.builder(), "ReceiptHandleIsInvalid", message)
                .build();
    }

    static PurgeQueueInProgressException purging(String queue) {
        String message = "Only one PurgeQueue operation on " + queue + " is allowed every 60 seconds.";
        return told(PurgeQueueInProgressException.builder(), PREFIX + "PurgeQueueInProgress", message)
                .build();
    }

    static EmptyBatchRequestException emptyBatch(String entry) {
        String message = "There should be at least one " + entry + " in the request.";
        return told(EmptyBatchRequestException.builder(), PREFIX + "EmptyBatchRequest", message)
                .build();
    }

    static TooManyEntriesInBatchRequestException tooMany(int entries) {
        String message = "Maximum number of entries per request are 10. You have sent " + entries + ".";
        return told(TooManyEntriesInBatchRequestException.builder(), PREFIX + "TooManyEntriesInBatchRequest", message)
                .build();
    }

    static BatchEntryIdsNotDistinctException repeated(String id) {
        String message = "Id " + id + " repeated.";
        return told(BatchEntryIdsNotDistinctException.builder(), PREFIX + "BatchEntryIdsNotDistinct", message)
                .build();
    }

    static InvalidBatchEntryIdException entryId() {
        String message =
                "A batch entry id can only contain alphanumeric characters, hyphens and underscores. It can be at"
                        + " most 80 letters long.";
        return told(InvalidBatchEntryIdException.builder(), PREFIX + "InvalidBatchEntryId", message)
                .build();
    }

    static BatchRequestTooLongException tooLong(long limit, long bytes) {
        String message = "Batch requests cannot be longer than " + limit + " bytes. You have sent " + bytes + " bytes.";
        return told(BatchRequestTooLongException.builder(), PREFIX + "BatchRequestTooLong", message)
                .build();
    }

    static UnsupportedOperationException unsupported(String message) {
        return told(UnsupportedOperationException.builder(), PREFIX + "UnsupportedOperation", message)
                .build();
    }

    static ResourceNotFoundException noSource() {
        String message = "The resource that you specified for the SourceArn parameter doesn't exist.";
        return told(ResourceNotFoundException.builder(), "ResourceNotFoundException", message)
                .build();
    }

    static ResourceNotFoundException noTask() {
        String message = "Task does not exist, or it is not active any more.";
        return told(ResourceNotFoundException.builder(), "ResourceNotFoundException", message)
                .build();
    }

    private static SqsException other(String code, String message) {
        return (SqsException) told(SqsException.builder(), code, message)
                .statusCode(BAD_REQUEST)
                .build();
    }

    /** Gives a failure its message, and its code by the query protocol. */
    private static <B extends AwsServiceException.Builder> B told(B failure, String code, String message) {
        failure.message(message);
        failure.awsErrorDetails(
                AwsErrorDetails.builder().errorCode(code).errorMessage(message).build());
        return failure;
    }
}
