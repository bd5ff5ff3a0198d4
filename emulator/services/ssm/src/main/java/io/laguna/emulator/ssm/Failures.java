package io.laguna.emulator.ssm;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.ssm.model.InvalidFilterKeyException;
import software.amazon.awssdk.services.ssm.model.InvalidFilterOptionException;
import software.amazon.awssdk.services.ssm.model.InvalidFilterValueException;
import software.amazon.awssdk.services.ssm.model.InvalidNextTokenException;
import software.amazon.awssdk.services.ssm.model.InvalidResourceIdException;
import software.amazon.awssdk.services.ssm.model.ParameterNotFoundException;
import software.amazon.awssdk.services.ssm.model.ParameterVersionNotFoundException;
import software.amazon.awssdk.services.ssm.model.SsmException;

/** The failures of Parameter Store, in its own words. */
final class Failures {
    private static final int BAD_REQUEST = 400;

    private Failures() {}

    static SsmException validation(String message) {
        return failure("ValidationException", message);
    }

    /** Returns a failure that AWS answers and its model does not name. */
    static SsmException failure(String code, String message) {
        return (SsmException) SsmException.builder()
                .statusCode(BAD_REQUEST)
                .message(message)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode(code)
                        .errorMessage(message)
                        .build())
                .build();
    }

    static ParameterNotFoundException noParameter(String name) {
        return ParameterNotFoundException.builder()
                .message("Parameter " + name + " not found.")
                .build();
    }

    static ParameterNotFoundException noSecret(String name) {
        return ParameterNotFoundException.builder()
                .message("An error occurred (ParameterNotFound) when referencing Secrets Manager: Secret " + name
                        + " not found.")
                .build();
    }

    static ParameterVersionNotFoundException noVersion(String name, String selector) {
        return ParameterVersionNotFoundException.builder()
                .message("Systems Manager could not find version " + selector + " of " + name
                        + ". Verify the version and try again.")
                .build();
    }

    static InvalidNextTokenException badToken() {
        return InvalidNextTokenException.builder()
                .message("The specified token is not valid.")
                .build();
    }

    static InvalidResourceIdException noResource() {
        return InvalidResourceIdException.builder()
                .message("Invalid Resource Id")
                .build();
    }

    static InvalidFilterKeyException filterKey(String message) {
        return InvalidFilterKeyException.builder().message(message).build();
    }

    static InvalidFilterOptionException filterOption(String message) {
        return InvalidFilterOptionException.builder().message(message).build();
    }

    static InvalidFilterValueException filterValue(String message) {
        return InvalidFilterValueException.builder().message(message).build();
    }
}
