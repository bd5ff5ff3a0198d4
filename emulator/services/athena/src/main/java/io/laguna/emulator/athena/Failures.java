package io.laguna.emulator.athena;

import software.amazon.awssdk.services.athena.model.InvalidRequestException;

/**
 * Athena's failures in its words.
 *
 * @see <a href="https://docs.aws.amazon.com/athena/latest/APIReference/API_InvalidRequestException.html">InvalidRequestException</a>
 */
final class Failures {
    private Failures() {}

    /** A request that cannot be taken as it is. */
    static InvalidRequestException invalid(String message) {
        return invalid("INVALID_INPUT", message);
    }

    /** @param code tells programs what the message tells people: {@code MALFORMED_QUERY} */
    static InvalidRequestException invalid(String code, String message) {
        return InvalidRequestException.builder()
                .message(message)
                .athenaErrorCode(code)
                .build();
    }

    static InvalidRequestException badToken() {
        return invalid("NextToken is not one that this operation returned.");
    }
}
