package io.laguna.engines.function;

import java.util.Map;
import java.util.TreeMap;

/**
 * An invocation, as the Runtime API hands it to a function.
 *
 * @param deadline milliseconds since 1970
 * @param arn the function's, with the version or alias by which it was called
 * @param clientContext JSON about the client; empty without one
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html">The Runtime API</a>
 */
public record Call(String requestId, Payload payload, long deadline, String arn, String traceId, String clientContext) {
    /** Returns the headers of the answer that brings the call to the function. */
    Map<String, String> headers() {
        Map<String, String> headers = new TreeMap<>();
        headers.put("Content-Type", "application/json");
        headers.put("Lambda-Runtime-Aws-Request-Id", requestId);
        headers.put("Lambda-Runtime-Deadline-Ms", Long.toString(deadline));
        headers.put("Lambda-Runtime-Invoked-Function-Arn", arn);
        headers.put("Lambda-Runtime-Trace-Id", traceId);
        if (!clientContext.isEmpty()) {
            headers.put("Lambda-Runtime-Client-Context", clientContext.replaceAll("[\\r\\n]", " "));
        }
        return headers;
    }

    /** Returns the call without its payload, which may hold secrets. */
    @Override
    public String toString() {
        return arn + " " + requestId;
    }
}
