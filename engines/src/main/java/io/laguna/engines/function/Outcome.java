package io.laguna.engines.function;

import java.util.Optional;

/** How an invocation, or the start of an environment, ended. */
public sealed interface Outcome {
    /** The environment waits for its first invocation. */
    record Ready() implements Outcome {}

    /** The function has answered. */
    record Answered(Payload body) implements Outcome {}

    /**
     * The function, or what runs it, has reported an error.
     *
     * @param body the error as JSON
     * @param type what the runtime calls it: {@code Runtime.ImportModuleError}
     */
    record Failed(Payload body, Optional<String> type) implements Outcome {}

    /** The function has answered with more than an answer may have. */
    record TooLarge(long bytes) implements Outcome {}

    /** The process has ended without an answer. */
    record Exited(int code) implements Outcome {}

    /** The process had ended before it took the invocation, which another one can have. */
    record Refused() implements Outcome {}

    /** The process has used more memory than it may. */
    record OutOfMemory() implements Outcome {}

    /** The time is over. */
    record TimedOut() implements Outcome {}
}
