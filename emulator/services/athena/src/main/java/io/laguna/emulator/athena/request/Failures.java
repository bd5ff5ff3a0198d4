package io.laguna.emulator.athena.request;

import software.amazon.awssdk.services.athena.model.InvalidRequestException;

/**
 * The failures of Athena, in its words.
 *
 * @see <a href="https://docs.aws.amazon.com/athena/latest/APIReference/API_InvalidRequestException.html">InvalidRequestException</a>
 */
public final class Failures {
    private Failures() {}

    /** Returns the failure of a request that cannot be taken as it is. */
    public static InvalidRequestException invalid(String message) {
        return invalid("INVALID_INPUT", message);
    }

    /**
     * Makes the answer to a wrong request.
     *
     * @param code tells programs what the message tells people: {@code MALFORMED_QUERY}
     */
    public static InvalidRequestException invalid(String code, String message) {
        return InvalidRequestException.builder()
                .message(message)
                .athenaErrorCode(code)
                .build();
    }

    public static InvalidRequestException badToken() {
        return invalid("NextToken is not one that this operation returned.");
    }
}
