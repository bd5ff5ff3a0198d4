package io.laguna.emulator.apigateway.http;

import software.amazon.awssdk.services.apigatewayv2.model.BadRequestException;
import software.amazon.awssdk.services.apigatewayv2.model.ConflictException;
import software.amazon.awssdk.services.apigatewayv2.model.NotFoundException;

/** The failures of operations on HTTP APIs. */
final class HttpFailures {
    private HttpFailures() {}

    static BadRequestException bad(String message) {
        return BadRequestException.builder().message(message).build();
    }

    /** Returns the failure of a member that Laguna would not honour. */
    static BadRequestException notBuilt(String what) {
        return bad("Laguna does not offer " + what + ".");
    }

    static ConflictException conflict(String message) {
        return ConflictException.builder().message(message).build();
    }

    /** Returns the failure of a call about something that an API has not. */
    static NotFoundException none(String kind) {
        return NotFoundException.builder()
                .message("Invalid " + kind + " identifier specified")
                .build();
    }
}
