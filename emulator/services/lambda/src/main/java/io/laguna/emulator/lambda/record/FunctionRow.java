package io.laguna.emulator.lambda.record;

import io.laguna.emulator.kit.Caller;
import java.util.Optional;

/**
 * A function in the state.
 *
 * @param lastVersion the last one that was published; 0 before the first
 * @param reserved how many invocations may go on at once; empty where nothing is reserved
 * @param mayLoop whether it may be invoked again and again by what came of its own invocations
 */
public record FunctionRow(
        long id, Caller owner, String name, long lastVersion, Optional<Integer> reserved, boolean mayLoop) {
    /** Returns the function's ARN, without a qualifier. */
    public String arn() {
        return owner.arn("lambda", "function:" + name);
    }
}
