package io.laguna.emulator.lambda.request;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.lambda.model.InvalidParameterValueException;
import software.amazon.awssdk.services.lambda.model.InvalidRequestContentException;
import software.amazon.awssdk.services.lambda.model.InvalidRuntimeException;
import software.amazon.awssdk.services.lambda.model.LambdaException;
import software.amazon.awssdk.services.lambda.model.PreconditionFailedException;
import software.amazon.awssdk.services.lambda.model.RecursiveInvocationException;
import software.amazon.awssdk.services.lambda.model.ResourceConflictException;
import software.amazon.awssdk.services.lambda.model.ResourceInUseException;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;
import software.amazon.awssdk.services.lambda.model.ThrottleReason;
import software.amazon.awssdk.services.lambda.model.TooManyRequestsException;

/** The failures of Lambda, in its own words. */
public final class Failures {
    private static final int BAD_REQUEST = 400;
    private static final int TOO_LARGE = 413;
    private static final String USER = "User";

    private Failures() {}

    /** Returns a failure that AWS answers and its model does not name. */
    public static LambdaException validation(String message) {
        return (LambdaException) LambdaException.builder()
                .statusCode(BAD_REQUEST)
                .message(message)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode("ValidationException")
                        .errorMessage(message)
                        .build())
                .build();
    }

    public static InvalidParameterValueException invalid(String message) {
        return InvalidParameterValueException.builder()
                .type(USER)
                .message(message)
                .build();
    }

    /** Returns the failure of a member that Laguna would not honour. */
    public static InvalidParameterValueException notBuilt(String what) {
        return invalid("Laguna does not offer " + what + ".");
    }

    public static ResourceNotFoundException notFound(String message) {
        return ResourceNotFoundException.builder().type(USER).message(message).build();
    }

    public static ResourceNotFoundException noFunction(FunctionName name) {
        return notFound("Function not found: " + name.qualifiedArn());
    }

    public static ResourceConflictException conflict(String message) {
        return ResourceConflictException.builder().type(USER).message(message).build();
    }

    public static ResourceInUseException inUse(String message) {
        return ResourceInUseException.builder().type(USER).message(message).build();
    }

    public static PreconditionFailedException otherRevision(String operation) {
        return PreconditionFailedException.builder()
                .type(USER)
                .message("The RevisionId provided does not match the latest RevisionId. Call the " + operation
                        + " API to retrieve the latest RevisionId")
                .build();
    }

    public static InvalidParameterValueException badMarker() {
        return invalid("Invalid pagination marker.");
    }

    /** Returns the failure of a payload that is no JSON. */
    public static InvalidRequestContentException content(String message) {
        return InvalidRequestContentException.builder()
                .type(USER)
                .message("Could not parse request body into json: " + message)
                .build();
    }

    /**
     * Returns the failure of a payload that is too large. Its code is none of those that the API declares: handlers that put
     * a large payload into a bucket instead ask for it by this name.
     */
    public static LambdaException tooLarge(long bytes, long most, String operation) {
        String message = bytes + " byte payload is too large for the " + operation + " invocation type (limit " + most
                + " bytes)";
        return (LambdaException) LambdaException.builder()
                .statusCode(TOO_LARGE)
                .message(message)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode("RequestEntityTooLargeException")
                        .errorMessage(message)
                        .build())
                .build();
    }

    /** Returns the failure of an invocation that a function has set going itself, again and again. */
    public static RecursiveInvocationException loop(String function) {
        return RecursiveInvocationException.builder()
                .type(USER)
                .message("Lambda has detected your function being invoked in a recursive loop with other AWS resources"
                        + " and stopped your function's invocation: " + function + ". PutFunctionRecursionConfig lets"
                        + " a function loop that is meant to.")
                .build();
    }

    /** Returns the failure of an invocation for which there is no place now. */
    public static TooManyRequestsException throttled(ThrottleReason reason, String message) {
        return TooManyRequestsException.builder()
                .type(USER)
                .reason(reason)
                .message(message)
                .build();
    }

    /** Returns the failure of a runtime that this machine does not have. */
    public static InvalidRuntimeException noRuntime(String message) {
        return InvalidRuntimeException.builder().type(USER).message(message).build();
    }
}
