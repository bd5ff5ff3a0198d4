package io.laguna.emulator.sqs;

import java.util.Locale;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
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
        return QueueDoesNotExistException.builder()
                .message("The specified queue does not exist.")
                .awsErrorDetails(details(PREFIX + "NonExistentQueue", "The specified queue does not exist."))
                .build();
    }

    static QueueNameExistsException exists(String attribute) {
        String message = "A queue already exists with the same name and a different value for attribute " + attribute;
        return QueueNameExistsException.builder()
                .message(message)
                .awsErrorDetails(details("QueueAlreadyExists", message))
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
        return InvalidAddressException.builder()
                .message(message)
                .awsErrorDetails(details("InvalidAddress", message))
                .build();
    }

    static InvalidAttributeNameException attribute(String name) {
        String message = "Unknown Attribute " + name + ".";
        return InvalidAttributeNameException.builder()
                .message(message)
                .awsErrorDetails(details("InvalidAttributeName", message))
                .build();
    }

    static InvalidAttributeValueException attributeValue(String name) {
        String message = "Invalid value for the parameter " + name + ".";
        return InvalidAttributeValueException.builder()
                .message(message)
                .awsErrorDetails(details("InvalidAttributeValue", message))
                .build();
    }

    static InvalidMessageContentsException contents(int character) {
        String message =
                "Invalid binary character '#x" + Integer.toHexString(character).toUpperCase(Locale.ROOT)
                        + "' was found in the message body, the set of allowed characters is #x9 | #xA | #xD | #x20 to #xD7FF |"
                        + " #xE000 to #xFFFD | #x10000 to #x10FFFF";
        return InvalidMessageContentsException.builder()
                .message(message)
                .awsErrorDetails(details("InvalidMessageContents", message))
                .build();
    }

    static ReceiptHandleIsInvalidException receipt(String handle) {
        String message = "The input receipt handle \"" + handle + "\" is not a valid receipt handle.";
        return ReceiptHandleIsInvalidException.builder()
                .message(message)
                .awsErrorDetails(details("ReceiptHandleIsInvalid", message))
                .build();
    }

    static PurgeQueueInProgressException purging(String queue) {
        String message = "Only one PurgeQueue operation on " + queue + " is allowed every 60 seconds.";
        return PurgeQueueInProgressException.builder()
                .message(message)
                .awsErrorDetails(details(PREFIX + "PurgeQueueInProgress", message))
                .build();
    }

    static EmptyBatchRequestException emptyBatch(String entry) {
        String message = "There should be at least one " + entry + " in the request.";
        return EmptyBatchRequestException.builder()
                .message(message)
                .awsErrorDetails(details(PREFIX + "EmptyBatchRequest", message))
                .build();
    }

    static TooManyEntriesInBatchRequestException tooMany(int entries) {
        String message = "Maximum number of entries per request are 10. You have sent " + entries + ".";
        return TooManyEntriesInBatchRequestException.builder()
                .message(message)
                .awsErrorDetails(details(PREFIX + "TooManyEntriesInBatchRequest", message))
                .build();
    }

    static BatchEntryIdsNotDistinctException repeated(String id) {
        String message = "Id " + id + " repeated.";
        return BatchEntryIdsNotDistinctException.builder()
                .message(message)
                .awsErrorDetails(details(PREFIX + "BatchEntryIdsNotDistinct", message))
                .build();
    }

    static InvalidBatchEntryIdException entryId() {
        String message =
                "A batch entry id can only contain alphanumeric characters, hyphens and underscores. It can be at"
                        + " most 80 letters long.";
        return InvalidBatchEntryIdException.builder()
                .message(message)
                .awsErrorDetails(details(PREFIX + "InvalidBatchEntryId", message))
                .build();
    }

    static BatchRequestTooLongException tooLong(long limit, long bytes) {
        String message = "Batch requests cannot be longer than " + limit + " bytes. You have sent " + bytes + " bytes.";
        return BatchRequestTooLongException.builder()
                .message(message)
                .awsErrorDetails(details(PREFIX + "BatchRequestTooLong", message))
                .build();
    }

    static UnsupportedOperationException unsupported(String message) {
        return UnsupportedOperationException.builder()
                .message(message)
                .awsErrorDetails(details(PREFIX + "UnsupportedOperation", message))
                .build();
    }

    static ResourceNotFoundException noSource() {
        String message = "The resource that you specified for the SourceArn parameter doesn't exist.";
        return ResourceNotFoundException.builder()
                .message(message)
                .awsErrorDetails(details("ResourceNotFoundException", message))
                .build();
    }

    private static SqsException other(String code, String message) {
        return (SqsException) SqsException.builder()
                .statusCode(BAD_REQUEST)
                .message(message)
                .awsErrorDetails(details(code, message))
                .build();
    }

    private static AwsErrorDetails details(String code, String message) {
        return AwsErrorDetails.builder().errorCode(code).errorMessage(message).build();
    }
}
