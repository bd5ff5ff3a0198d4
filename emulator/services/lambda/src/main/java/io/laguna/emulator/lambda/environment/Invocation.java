package io.laguna.emulator.lambda.environment;

import io.laguna.emulator.lambda.record.Version;
import io.laguna.engines.function.Call;
import io.laguna.engines.function.Payload;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * An invocation of a function.
 *
 * @param arn by which it is called
 * @param clientContext JSON about the client; empty without one
 * @param lineage of what it comes of, without itself
 */
public record Invocation(String requestId, String arn, Payload payload, String clientContext, Lineage lineage) {
    /** Returns an invocation without a client's context, of which nobody tells what it comes of. */
    public static Invocation of(String requestId, String arn, Payload payload) {
        return new Invocation(requestId, arn, payload, "", Lineage.of(Optional.empty()));
    }

    Call call(Version version, Instant now) {
        Duration timeout = Duration.ofSeconds(version.configuration().timeout());
        String trace = lineage.with(version.function().arn()).trace(now);
        return new Call(requestId, payload, now.plus(timeout).toEpochMilli(), arn, trace, clientContext);
    }

    /** Returns the invocation without its payload, which may hold secrets. */
    @Override
    public String toString() {
        return arn + " " + requestId;
    }
}
