package io.laguna.emulator.edge.log;

import io.laguna.emulator.kit.Caller;
import java.time.Instant;
import java.util.Optional;

/** A call in progress, with what the log will say of it. One thread at a time uses it. */
public final class Call {
    private final Instant begun;
    private final long begunNanos = System.nanoTime();
    private final String requestId;
    private String service = "-";
    private String operation = "-";
    private Optional<Caller> caller = Optional.empty();
    private Optional<String> error = Optional.empty();
    private Optional<String> forwarded = Optional.empty();
    private Optional<Throwable> unexpected = Optional.empty();

    Call(Instant begun, String requestId) {
        this.begun = begun;
        this.requestId = requestId;
    }

    public String requestId() {
        return requestId;
    }

    public void goesTo(String newService, String newOperation) {
        service = newService;
        operation = newOperation;
    }

    public void cameFrom(Caller who) {
        caller = Optional.of(who);
    }

    /** Notes that another emulator answers. */
    public void forwarded(String address) {
        forwarded = Optional.of(address);
    }

    /** Notes that the client was answered an error with this code. */
    public void failed(String code) {
        error = error.or(() -> Optional.of(code));
    }

    /** Notes that Laguna itself failed. */
    public void failed(Throwable failure) {
        unexpected = Optional.of(failure);
        error = Optional.of(firstLine(failure));
    }

    /** Notes that the answer did not reach the client whole. */
    void brokeOff(Throwable failure) {
        error = error.or(() -> Optional.of(firstLine(failure)));
    }

    public Optional<Throwable> unexpected() {
        return unexpected;
    }

    CallRecord finished(int status, String answeredId) {
        long millis = (System.nanoTime() - begunNanos) / 1_000_000;
        return new CallRecord(begun, service, operation, status, millis, answeredId, caller, error, forwarded);
    }

    private static String firstLine(Throwable failure) {
        StackTraceElement[] frames = failure.getStackTrace();
        return failure + (frames.length == 0 ? "" : " at " + frames[0]);
    }
}
