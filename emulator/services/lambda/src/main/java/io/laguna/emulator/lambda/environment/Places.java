package io.laguna.emulator.lambda.environment;

import io.laguna.emulator.lambda.record.FunctionRow;
import io.laguna.emulator.lambda.request.Failures;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.lambda.model.ThrottleReason;

/**
 * The invocations that go on.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/lambda-concurrency.html">Concurrency</a>
 */
final class Places {
    private final int most;
    private final Map<Long, Integer> busy = new HashMap<>();
    private int all;

    /**
     * Creates places.
     *
     * @param most how many invocations this machine takes at once
     */
    Places(int most) {
        this.most = most;
    }

    /**
     * Takes a place for an invocation.
     *
     * @throws software.amazon.awssdk.services.lambda.model.TooManyRequestsException when there is none
     */
    synchronized void take(FunctionRow function) {
        int own = busy.getOrDefault(function.id(), 0);
        if (function.reserved().filter(reserved -> own >= reserved).isPresent()) {
            throw Failures.throttled(
                    ThrottleReason.RESERVED_FUNCTION_CONCURRENT_INVOCATION_LIMIT_EXCEEDED, "Rate Exceeded.");
        }
        if (all >= most) {
            throw Failures.throttled(
                    ThrottleReason.CONCURRENT_INVOCATION_LIMIT_EXCEEDED,
                    "Rate Exceeded. Laguna runs " + most + " invocations at once.");
        }
        busy.put(function.id(), own + 1);
        all++;
    }

    synchronized void give(FunctionRow function) {
        busy.computeIfPresent(function.id(), (id, own) -> own > 1 ? own - 1 : null);
        all--;
    }
}
