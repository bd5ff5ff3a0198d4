package io.laguna.emulator.secretsmanager;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.secretsmanager.model.InvalidNextTokenException;
import software.amazon.awssdk.services.secretsmanager.model.InvalidParameterException;
import software.amazon.awssdk.services.secretsmanager.model.InvalidRequestException;
import software.amazon.awssdk.services.secretsmanager.model.LimitExceededException;
import software.amazon.awssdk.services.secretsmanager.model.MalformedPolicyDocumentException;
import software.amazon.awssdk.services.secretsmanager.model.PublicPolicyException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceExistsException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;
import software.amazon.awssdk.services.secretsmanager.model.SecretsManagerException;

/** The failures of Secrets Manager, in its own words. */
final class Failures {
    private static final int BAD_REQUEST = 400;

    private Failures() {}

    /** Returns a failure that AWS answers and its model does not name. */
    static SecretsManagerException validation(String message) {
        return (SecretsManagerException) SecretsManagerException.builder()
                .statusCode(BAD_REQUEST)
                .message(message)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode("ValidationException")
                        .errorMessage(message)
                        .build())
                .build();
    }

    static ResourceNotFoundException noSecret() {
        return notFound("Secrets Manager can't find the specified secret.");
    }

    static ResourceNotFoundException noStage(String stage) {
        return notFound("Secrets Manager can't find the specified secret value for staging label: " + stage);
    }

    static ResourceNotFoundException noVersion(String version) {
        return notFound("Secrets Manager can't find the specified secret value for VersionId: " + version);
    }

    private static ResourceNotFoundException notFound(String message) {
        return ResourceNotFoundException.builder().message(message).build();
    }

    static ResourceExistsException exists(String name) {
        return ResourceExistsException.builder()
                .message("The operation failed because the secret " + name + " already exists.")
                .build();
    }

    static ResourceExistsException tokenInUse(String token, String arn) {
        return ResourceExistsException.builder()
                .message("You can't use ClientRequestToken " + token
                        + " because that value is already in use for a version of secret " + arn + ".")
                .build();
    }

    static InvalidRequestException marked() {
        return request("You can't perform this operation on the secret because it was marked for deletion.");
    }

    static InvalidRequestException request(String message) {
        return InvalidRequestException.builder().message(message).build();
    }

    static InvalidParameterException parameter(String message) {
        return InvalidParameterException.builder().message(message).build();
    }

    static InvalidNextTokenException badToken() {
        return InvalidNextTokenException.builder()
                .message("Invalid pagination token.")
                .build();
    }

    static LimitExceededException limit(String message) {
        return LimitExceededException.builder().message(message).build();
    }

    static MalformedPolicyDocumentException malformed(String message) {
        return MalformedPolicyDocumentException.builder().message(message).build();
    }

    static PublicPolicyException isPublic() {
        return PublicPolicyException.builder()
                .message("You can't attach a resource-based policy that allows broad access to the secret.")
                .build();
    }
}
