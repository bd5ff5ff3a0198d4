package io.laguna.emulator.kit.trace;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * The trace to which the call of a thread belongs: the header {@code X-Amzn-Trace-Id} as its sender gave it. A service that puts
 * something off keeps the trace with it, and goes on in that trace later.
 *
 * @see <a href="https://docs.aws.amazon.com/xray/latest/devguide/xray-concepts.html#xray-concepts-tracingheader">Tracing header</a>
 */
public final class Trace {
    /** The name of the header, in lower case. */
    public static final String HEADER = "x-amzn-trace-id";

    /** The characters that a header may have; others are no trace. */
    private static final Pattern FORM = Pattern.compile("[ -~]{1,2000}");

    private static final ThreadLocal<Optional<String>> CURRENT = ThreadLocal.withInitial(Optional::empty);

    private Trace() {}

    /** Returns the trace of this thread's call; empty where its sender gave none. */
    public static Optional<String> current() {
        return CURRENT.get();
    }

    /** Makes a call in a trace, and returns what it returns. */
    public static <T> T in(Optional<String> trace, Supplier<T> call) {
        Optional<String> before = CURRENT.get();
        CURRENT.set(trace.filter(text -> FORM.matcher(text).matches()));
        try {
            return call.get();
        } finally {
            CURRENT.set(before);
        }
    }
}
