package io.laguna.emulator.edge;

import io.laguna.emulator.kit.Caller;
import java.time.Instant;
import java.util.Optional;

/** What is known of a call in progress, for the log. Used by one thread at a time. */
final class Call {
    private final Instant begun;
    private final long begunNanos = System.nanoTime();
    private final String requestId;
    private String service = "-";
    private String operation = "-";
    private Optional<Caller> caller = Optional.empty();
    private Optional<String> error = Optional.empty();

    Call(Instant begun, String requestId) {
        this.begun = begun;
        this.requestId = requestId;
    }

    String requestId() {
        return requestId;
    }

    void isFor(String newService, String newOperation) {
        service = newService;
        operation = newOperation;
    }

    void isBy(Caller who) {
        caller = Optional.of(who);
    }

    /** A code, or what was not expected. */
    void failed(String why) {
        error = Optional.of(why);
    }

    void failed(Throwable unexpected) {
        StackTraceElement[] frames = unexpected.getStackTrace();
        failed(unexpected + (frames.length == 0 ? "" : " at " + frames[0]));
    }

    CallRecord finished(int status, String answeredId) {
        long millis = (System.nanoTime() - begunNanos) / 1_000_000;
        return new CallRecord(begun, service, operation, status, millis, answeredId, caller, error);
    }
}
