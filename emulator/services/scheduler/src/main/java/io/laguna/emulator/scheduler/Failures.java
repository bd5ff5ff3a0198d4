package io.laguna.emulator.scheduler;

import software.amazon.awssdk.services.scheduler.model.ConflictException;
import software.amazon.awssdk.services.scheduler.model.ResourceNotFoundException;
import software.amazon.awssdk.services.scheduler.model.ValidationException;

/** The failures of the Scheduler, in its words. */
final class Failures {
    private Failures() {}

    public static ValidationException invalid(String message) {
        return ValidationException.builder().message(message).build();
    }

    static ResourceNotFoundException noSchedule(String name) {
        return notFound("Schedule " + name);
    }

    static ResourceNotFoundException noGroup(String name) {
        return notFound("Schedule group " + name);
    }

    static ConflictException exists(String what) {
        return ConflictException.builder().message(what + " already exists.").build();
    }

    private static ResourceNotFoundException notFound(String what) {
        return ResourceNotFoundException.builder()
                .message(what + " does not exist.")
                .build();
    }

    public static ValidationException badToken() {
        return invalid("Invalid NextToken provided.");
    }
}
