package io.laguna.emulator.emrserverless;

import java.util.List;
import software.amazon.awssdk.services.emrserverless.model.ApplicationState;
import software.amazon.awssdk.services.emrserverless.model.ConflictException;
import software.amazon.awssdk.services.emrserverless.model.JobRunState;
import software.amazon.awssdk.services.emrserverless.model.ResourceNotFoundException;
import software.amazon.awssdk.services.emrserverless.model.ValidationException;

/** The failures of EMR Serverless in its own words, as far as they are known. */
final class Failures {
    private Failures() {}

    static ResourceNotFoundException noApplication(String id) {
        return notFound("Application " + id + " does not exist");
    }

    static ResourceNotFoundException noJobRun(String id) {
        return notFound("Job run " + id + " does not exist");
    }

    static ResourceNotFoundException notFound(String message) {
        return ResourceNotFoundException.builder().message(message).build();
    }

    public static ValidationException invalid(String message) {
        return ValidationException.builder().message(message).build();
    }

    /** The token of an earlier request, with other members than that one. */
    static ConflictException otherRequest(String token) {
        return ConflictException.builder()
                .message("The client token " + token + " was already used with other request parameters.")
                .build();
    }

    static ValidationException notUpdatable(String id, ApplicationState state) {
        return invalid("Application " + id
                + " must be in one of the statuses to be updated: [STOPPED, CREATED]. Current status: " + state);
    }

    static ValidationException notDeletable(String id, ApplicationState state) {
        return invalid("Application " + id
                + " must be in one of the following statuses [CREATED, STOPPED]. Current status: " + state);
    }

    static ValidationException cannotBecome(ApplicationState wanted, List<ApplicationState> from) {
        return invalid(
                "Application cannot be " + wanted + ". Applications must be in one of the following statuses: " + from);
    }

    static ValidationException hasJobRuns(String id, long active) {
        return invalid("Application " + id + " cannot be STOPPED: " + active
                + " scheduled or running jobs must be completed or cancelled before.");
    }

    static ValidationException notCancellable(String id, JobRunState state) {
        return invalid("Job run " + id + " cannot be cancelled. Current status: " + state);
    }
}
