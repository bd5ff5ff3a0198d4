package io.laguna.emulator.apigateway.rest;

import software.amazon.awssdk.services.apigateway.model.BadRequestException;
import software.amazon.awssdk.services.apigateway.model.ConflictException;
import software.amazon.awssdk.services.apigateway.model.NotFoundException;

/** The failures of operations on REST APIs. */
public final class RestFailures {
    private RestFailures() {}

    public static BadRequestException bad(String message) {
        return BadRequestException.builder().message(message).build();
    }

    /** Returns the failure of a member that Laguna would not honour. */
    static BadRequestException notBuilt(String what) {
        return bad("Laguna does not offer " + what + ".");
    }

    static ConflictException conflict(String message) {
        return ConflictException.builder().message(message).build();
    }

    static NotFoundException none(String message) {
        return NotFoundException.builder().message(message).build();
    }
}
