package io.laguna.emulator.athena.query;

import io.laguna.emulator.athena.ddl.model.StatementFailure;
import io.laguna.emulator.athena.engine.QueryFailure;
import io.laguna.emulator.athena.sql.SyntaxFailure;
import java.io.IOException;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.athena.model.AthenaError;
import software.amazon.awssdk.services.athena.model.QueryExecutionState;

/**
 * The end of a query that did not succeed.
 *
 * @param reason StateChangeReason
 * @see <a href="https://docs.aws.amazon.com/athena/latest/ug/error-reference.html">Athena error catalog</a>
 */
record Ending(QueryExecutionState state, String reason, Optional<AthenaError> error) {
    private static final int SYSTEM = 1;
    private static final int USER = 2;

    private static final int EXHAUSTED = 0;
    private static final int ENGINE = 200;
    private static final int SERVICE = 100;
    private static final int WRITING_RESULTS = 401;
    private static final int SYNTAX = 1006;
    private static final int FAILED_BY_USER = 1009;
    private static final int NO_SUCH_TABLE = 1110;

    static Ending cancelled(String reason) {
        return new Ending(QueryExecutionState.CANCELLED, reason, Optional.empty());
    }

    /** Returns the end of a query that failed while it ran. */
    static Ending of(Exception failure) {
        if (failure instanceof QueryFailure query) {
            return of(query);
        }
        if (failure instanceof StatementFailure statement) {
            return failed(USER, statement.errorType(), statement.getMessage(), false);
        }
        if (failure instanceof SyntaxFailure) {
            return failed(USER, SYNTAX, failure.getMessage(), false);
        }
        if (failure instanceof AwsServiceException service) {
            return failed(
                    USER,
                    FAILED_BY_USER,
                    service.awsErrorDetails() == null
                            ? service.getMessage()
                            : service.awsErrorDetails().errorMessage(),
                    false);
        }
        if (failure instanceof SdkException || failure instanceof IOException) {
            return failed(SYSTEM, WRITING_RESULTS, "Cannot write the result: " + failure.getMessage(), true);
        }
        return failed(SYSTEM, SERVICE, "Internal error: " + failure, true);
    }

    /** Returns the end of a query that ran when Laguna ended. */
    static Ending interrupted() {
        return failed(SYSTEM, SERVICE, "Laguna ended while the query ran", true);
    }

    private static Ending of(QueryFailure failure) {
        String reason = failure.name() + ": " + failure.getMessage();
        return switch (failure.kind()) {
            case USER_ERROR -> failed(USER, type(failure.name()), reason, false);
            case INSUFFICIENT_RESOURCES -> failed(SYSTEM, EXHAUSTED, reason, true);
            case INTERNAL_ERROR, EXTERNAL -> failed(SYSTEM, ENGINE, reason, true);
        };
    }

    private static int type(String name) {
        return switch (name) {
            case "SYNTAX_ERROR" -> SYNTAX;
            case "TABLE_NOT_FOUND", "SCHEMA_NOT_FOUND" -> NO_SUCH_TABLE;
            default -> FAILED_BY_USER;
        };
    }

    private static Ending failed(int category, int type, String message, boolean retryable) {
        AthenaError error = AthenaError.builder()
                .errorCategory(category)
                .errorType(type)
                .errorMessage(message)
                .retryable(retryable)
                .build();
        return new Ending(QueryExecutionState.FAILED, message, Optional.of(error));
    }
}
