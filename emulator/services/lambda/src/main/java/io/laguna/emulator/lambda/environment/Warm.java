package io.laguna.emulator.lambda.environment;

import io.laguna.engines.function.FunctionEnvironment;
import java.time.Duration;

/**
 * An environment that a function can have, with its log.
 *
 * @param function the function's id
 * @param revision the state of the version for which it was made
 * @param since when it was made, by {@link System#nanoTime}
 */
record Warm(long function, String revision, FunctionEnvironment environment, FunctionLog log, long since) {
    /** Tells whether it can take another invocation. */
    boolean isFit(Duration oldest) {
        return environment.isRunning() && System.nanoTime() - since < oldest.toNanos();
    }
}
