package io.laguna.emulator.redshift.serverless;

import software.amazon.awssdk.services.redshiftserverless.model.ConflictException;
import software.amazon.awssdk.services.redshiftserverless.model.InvalidPaginationException;
import software.amazon.awssdk.services.redshiftserverless.model.ResourceNotFoundException;
import software.amazon.awssdk.services.redshiftserverless.model.ValidationException;

/** The failures of Redshift Serverless, in its own words. */
final class Failures {
    private Failures() {}

    static ValidationException validation(String message) {
        return ValidationException.builder().message(message).build();
    }

    static ValidationException notBuilt(String what) {
        return validation(what + " is not implemented by Laguna.");
    }

    static ConflictException conflict(String message) {
        return ConflictException.builder().message(message).build();
    }

    static ResourceNotFoundException notFound(String kind, String name) {
        return ResourceNotFoundException.builder()
                .message("The " + kind + " " + name + " does not exist.")
                .resourceName(name)
                .build();
    }

    static InvalidPaginationException badToken() {
        return InvalidPaginationException.builder()
                .message("The provided pagination token is not valid.")
                .build();
    }
}
