package io.laguna.emulator.redshiftdata.request;

import software.amazon.awssdk.services.redshiftdata.model.ActiveSessionsExceededException;
import software.amazon.awssdk.services.redshiftdata.model.ActiveStatementsExceededException;
import software.amazon.awssdk.services.redshiftdata.model.DatabaseConnectionException;
import software.amazon.awssdk.services.redshiftdata.model.ResourceNotFoundException;
import software.amazon.awssdk.services.redshiftdata.model.ValidationException;

/** The failures of the Data API, in its own words. */
public final class Failures {
    private Failures() {}

    public static ValidationException validation(String message) {
        return ValidationException.builder().message(message).build();
    }

    public static ValidationException badToken() {
        return validation("Invalid NextToken.");
    }

    public static ValidationException noEndpoint() {
        return validation("Redshift endpoint doesn't exist in this region.");
    }

    public static ResourceNotFoundException noStatement(String id) {
        return ResourceNotFoundException.builder()
                .message("Query does not exist.")
                .resourceId(id)
                .build();
    }

    public static ResourceNotFoundException noResult(String id) {
        return ResourceNotFoundException.builder()
                .message("Query does not have result. Please check query status with DescribeStatement.")
                .resourceId(id)
                .build();
    }

    /** Returns the failure of a session that is not there, any more or at all. */
    public static ResourceNotFoundException noSession(String id) {
        return ResourceNotFoundException.builder()
                .message("Session does not exist.")
                .resourceId(id)
                .build();
    }

    public static ActiveStatementsExceededException tooManyStatements(int most) {
        return ActiveStatementsExceededException.builder()
                .message("Active statements exceeded the allowed quota (" + most + ").")
                .build();
    }

    public static ActiveSessionsExceededException tooManySessions(int most) {
        return ActiveSessionsExceededException.builder()
                .message("Active sessions exceeded the allowed quota (" + most + ").")
                .build();
    }

    public static DatabaseConnectionException noConnection(String message) {
        return DatabaseConnectionException.builder().message(message).build();
    }
}
