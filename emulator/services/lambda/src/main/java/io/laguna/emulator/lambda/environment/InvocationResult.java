package io.laguna.emulator.lambda.environment;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.laguna.engines.function.Payload;
import java.util.Optional;

/**
 * The result of an invocation.
 *
 * @param payload the answer, or the error as JSON
 * @param error {@code Unhandled}; empty for an answer
 * @param version that was invoked
 * @param tail the end of the log
 */
public record InvocationResult(Payload payload, Optional<String> error, String version, Payload tail) {
    /** How an invocation ended that its function did not end well. */
    record Fault(String type, String message) {
        Payload json() {
            return Payload.of(JsonNodeFactory.instance
                    .objectNode()
                    .put("errorType", type)
                    .put("errorMessage", message)
                    .toString());
        }
    }
}
