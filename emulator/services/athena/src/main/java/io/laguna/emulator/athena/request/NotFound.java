package io.laguna.emulator.athena.request;

import software.amazon.awssdk.services.athena.model.InvalidRequestException;
import software.amazon.awssdk.services.athena.model.ResourceNotFoundException;

/** The failures for things that are not there: for most of them Athena says that the request is invalid. */
public final class NotFound {
    private NotFound() {}

    public static InvalidRequestException workGroup(String name) {
        return Failures.invalid("WorkGroup " + name + " is not found.");
    }

    public static InvalidRequestException query(String id) {
        return Failures.invalid("QueryExecution " + id + " was not found");
    }

    public static InvalidRequestException namedQuery(String id) {
        return Failures.invalid("NamedQuery " + id + " does not exist");
    }

    public static ResourceNotFoundException preparedStatement(String name, String workGroup) {
        return ResourceNotFoundException.builder()
                .message("PreparedStatement " + name + " was not found in workGroup " + workGroup)
                .resourceName(name)
                .build();
    }

    public static InvalidRequestException dataCatalog(String name) {
        return Failures.invalid("DataCatalog " + name + " was not found.");
    }

    public static InvalidRequestException capacityReservation(String name) {
        return Failures.invalid("Capacity reservation " + name + " is not found.");
    }

    public static ResourceNotFoundException resource(String arn) {
        return ResourceNotFoundException.builder()
                .message("Resource " + arn + " is not found.")
                .resourceName(arn)
                .build();
    }
}
