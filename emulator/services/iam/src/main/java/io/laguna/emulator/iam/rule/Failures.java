package io.laguna.emulator.iam.rule;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.iam.model.DeleteConflictException;
import software.amazon.awssdk.services.iam.model.EntityAlreadyExistsException;
import software.amazon.awssdk.services.iam.model.IamException;
import software.amazon.awssdk.services.iam.model.InvalidInputException;
import software.amazon.awssdk.services.iam.model.LimitExceededException;
import software.amazon.awssdk.services.iam.model.MalformedPolicyDocumentException;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;
import software.amazon.awssdk.services.iam.model.PasswordPolicyViolationException;
import software.amazon.awssdk.services.iam.model.PolicyNotAttachableException;
import software.amazon.awssdk.services.iam.model.UnmodifiableEntityException;

/** The failures of IAM, in its own words. */
public final class Failures {
    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;

    private Failures() {}

    /** Returns a failure that AWS answers to a request of a wrong form. Its model does not name it. */
    public static IamException validation(String message) {
        return failure("ValidationError", BAD_REQUEST, message);
    }

    /** Returns the failure of a caller who may not do what only AWS itself does. */
    public static IamException denied(String message) {
        return failure("AccessDenied", FORBIDDEN, message);
    }

    private static IamException failure(String code, int status, String message) {
        return (IamException) IamException.builder()
                .statusCode(status)
                .message(message)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode(code)
                        .errorMessage(message)
                        .build())
                .build();
    }

    public static IamException marker() {
        return validation("Invalid Marker.");
    }

    public static NoSuchEntityException missing(String message) {
        return NoSuchEntityException.builder().message(message).build();
    }

    public static NoSuchEntityException noPolicy(String arn) {
        return missing("Policy " + arn + " was not found.");
    }

    public static EntityAlreadyExistsException exists(String message) {
        return EntityAlreadyExistsException.builder().message(message).build();
    }

    public static DeleteConflictException conflict(String message) {
        return DeleteConflictException.builder().message(message).build();
    }

    /** Returns the failure of an entity that still has something which must go first. */
    public static DeleteConflictException undeleted(String first) {
        return conflict("Cannot delete entity, must " + first + " first.");
    }

    /** Returns the failure of more than a quota allows: {@code Cannot exceed quota for AccessKeysPerUser: 2}. */
    public static LimitExceededException quota(String name, long most) {
        return limit("Cannot exceed quota for " + name + ": " + most);
    }

    public static LimitExceededException limit(String message) {
        return LimitExceededException.builder().message(message).build();
    }

    public static InvalidInputException input(String message) {
        return InvalidInputException.builder().message(message).build();
    }

    public static MalformedPolicyDocumentException malformed(String message) {
        return MalformedPolicyDocumentException.builder().message(message).build();
    }

    public static UnmodifiableEntityException unmodifiable(String message) {
        return UnmodifiableEntityException.builder().message(message).build();
    }

    public static PolicyNotAttachableException notAttachable(String message) {
        return PolicyNotAttachableException.builder().message(message).build();
    }

    public static PasswordPolicyViolationException password(String message) {
        return PasswordPolicyViolationException.builder().message(message).build();
    }
}
