package io.laguna.emulator.glue.request;

import software.amazon.awssdk.services.glue.model.AlreadyExistsException;
import software.amazon.awssdk.services.glue.model.ConcurrentModificationException;
import software.amazon.awssdk.services.glue.model.EntityNotFoundException;
import software.amazon.awssdk.services.glue.model.ErrorDetail;
import software.amazon.awssdk.services.glue.model.GlueException;
import software.amazon.awssdk.services.glue.model.InternalServiceException;
import software.amazon.awssdk.services.glue.model.InvalidInputException;

/** The failures of Glue, in Glue's words. */
public final class Failures {
    private Failures() {}

    public static EntityNotFoundException noDatabase(String name) {
        return notFound("Database " + name + " not found.");
    }

    public static EntityNotFoundException noTable(String name) {
        return notFound("Table " + name + " not found.");
    }

    public static EntityNotFoundException notFound(String message) {
        return EntityNotFoundException.builder().message(message).build();
    }

    public static AlreadyExistsException exists(String kind) {
        return AlreadyExistsException.builder()
                .message(kind + " already exists.")
                .build();
    }

    public static InvalidInputException invalid(String message) {
        return InvalidInputException.builder().message(message).build();
    }

    public static ConcurrentModificationException concurrent(String message) {
        return ConcurrentModificationException.builder().message(message).build();
    }

    /**
     * Tells whether the metastore has said that it did not do what was asked. After any other failure it may have done
     * it.
     */
    public static boolean isRefusal(GlueException failure) {
        return !(failure instanceof InternalServiceException);
    }

    /** Returns a failure in the form that the answer of a batch operation has. */
    public static ErrorDetail detail(GlueException failure) {
        String name = failure.getClass().getSimpleName();
        return ErrorDetail.builder()
                .errorCode(name)
                .errorMessage(failure.getMessage())
                .build();
    }

    public static InvalidInputException badToken() {
        return invalid("NextToken is not one that this operation returned.");
    }
}
