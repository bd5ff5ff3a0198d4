package io.laguna.emulator.lambda.environment;

import io.laguna.emulator.lambda.environment.InvocationResult.Fault;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/**
 * The errors of invocations that no function reports itself, in Lambda's words.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/troubleshooting-invocation.html">Troubleshooting</a>
 */
final class Faults {
    private static final int SIGNAL = 128;
    private static final Map<Integer, String> SIGNALS = Map.of(
            4, "illegal instruction (core dumped)",
            6, "aborted (core dumped)",
            7, "bus error (core dumped)",
            8, "floating point exception (core dumped)",
            9, "killed",
            11, "segmentation fault (core dumped)",
            13, "broken pipe",
            15, "terminated");

    private Faults() {}

    static Fault timedOut(String requestId, Duration timeout) {
        return new Fault("Sandbox.Timedout", of(requestId, timedOut(timeout)));
    }

    /** Returns the words for a time that is over: {@code Task timed out after 3.00 seconds}. */
    static String timedOut(Duration timeout) {
        return String.format(Locale.ROOT, "Task timed out after %.2f seconds", timeout.toMillis() / 1000.0);
    }

    static Fault exited(String requestId, int code) {
        if (code == 0) {
            return new Fault("Runtime.ExitError", of(requestId, "Runtime exited without providing a reason"));
        }
        String how =
                SIGNALS.containsKey(code - SIGNAL) ? "signal: " + SIGNALS.get(code - SIGNAL) : "exit status " + code;
        return new Fault("Runtime.ExitError", of(requestId, "Runtime exited with error: " + how));
    }

    static Fault outOfMemory(String requestId) {
        return new Fault("Runtime.OutOfMemory", of(requestId, "Runtime exited with error: signal: killed"));
    }

    static Fault noEntryPoint(String requestId, String reason) {
        return new Fault("Runtime.InvalidEntrypoint", of(requestId, reason));
    }

    static Fault tooLarge(long bytes) {
        return new Fault(
                "Function.ResponseSizeTooLarge",
                "Response payload size (" + bytes + " bytes) exceeded maximum allowed payload size (6291556 bytes).");
    }

    private static String of(String requestId, String reason) {
        return "RequestId: " + requestId + " Error: " + reason;
    }
}
