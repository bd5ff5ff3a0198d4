package io.laguna.emulator.lambda.environment;

import io.laguna.emulator.kit.request.RandomIds;
import io.laguna.engines.function.Call;
import io.laguna.engines.function.Payload;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * An invocation of a function.
 *
 * @param arn by which it is called
 * @param clientContext JSON about the client; empty without one
 */
public record Invocation(String requestId, String arn, Payload payload, String clientContext) {
    private static final RandomIds DIGITS = new RandomIds("0123456789abcdef");

    Call call(Instant now, Duration timeout) {
        String trace = String.format(
                Locale.ROOT,
                "Root=1-%08x-%s;Parent=%s;Sampled=0",
                now.getEpochSecond(),
                DIGITS.next(24),
                DIGITS.next(16));
        return new Call(requestId, payload, now.plus(timeout).toEpochMilli(), arn, trace, clientContext);
    }

    /** Returns the invocation without its payload, which may hold secrets. */
    @Override
    public String toString() {
        return arn + " " + requestId;
    }
}
