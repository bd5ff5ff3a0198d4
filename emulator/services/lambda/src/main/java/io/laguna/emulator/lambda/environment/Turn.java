package io.laguna.emulator.lambda.environment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.laguna.emulator.lambda.environment.InvocationResult.Fault;
import io.laguna.emulator.lambda.environment.PlatformLines.Report;
import io.laguna.emulator.lambda.record.Version;
import io.laguna.engines.function.FunctionEnvironment;
import io.laguna.engines.function.Outcome;
import io.laguna.engines.function.Payload;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One invocation in one environment, with its lines in the log.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html">Lifecycle</a>
 */
record Turn(LaunchSettings settings, Version version, Invocation invocation, Warm warm) {
    /** "The Init phase is limited to 10 seconds"; what is not ready then starts within the invocation's own time. */
    private static final Duration INIT = Duration.ofSeconds(10);

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ERROR = "Unhandled";

    /** Starts the environment, and runs the invocation in it. */
    InvocationResult cold(Consumer<Warm> reuse) {
        PlatformLines lines = lines();
        long begun = System.nanoTime();
        Outcome start = warm.environment().ready(INIT);
        Duration init = since(begun);
        if (start instanceof Outcome.TimedOut) {
            lines.initReport(init, "timeout", "Sandbox.Timedout");
            start = warm.environment().ready(timeout());
        }
        if (start instanceof Outcome.Ready) {
            return invoke(Optional.of(init), reuse).orElseGet(() -> ended(new Outcome.Exited(1), init));
        }
        return ended(start, init);
    }

    /** Runs the invocation in an environment that is ready; empty when it has ended before it took the invocation. */
    Optional<InvocationResult> warm(Consumer<Warm> reuse) {
        return invoke(Optional.empty(), reuse);
    }

    private Optional<InvocationResult> invoke(Optional<Duration> init, Consumer<Warm> reuse) {
        FunctionEnvironment environment = warm.environment();
        warm.log().begin();
        lines().start(invocation.requestId());
        long begun = System.nanoTime();
        Outcome outcome = environment.invoke(invocation.call(version, Instant.now()), timeout());
        Duration duration = since(begun);
        if (outcome instanceof Outcome.Refused) {
            Environments.end(warm);
            return Optional.empty();
        }
        if (isOver(outcome)) {
            // One that prints without end would have its report out of the end of its log.
            environment.stop();
        }
        environment.drain();
        InvocationResult result = finish(outcome, duration, init);
        if (isOver(outcome)) {
            Environments.end(warm);
        } else {
            reuse.accept(warm);
        }
        return Optional.of(result);
    }

    /** Tells whether an environment has ended with its invocation. */
    private static boolean isOver(Outcome outcome) {
        return !(outcome instanceof Outcome.Answered
                || outcome instanceof Outcome.Failed
                || outcome instanceof Outcome.TooLarge);
    }

    /** Ends with an environment that did not become ready. */
    private InvocationResult ended(Outcome start, Duration init) {
        warm.environment().drain();
        PlatformLines lines = lines();
        Optional<Fault> fault = fault(start);
        lines.initReport(init, "error", fault.map(Fault::type).orElseGet(() -> type(start)));
        lines.start(invocation.requestId());
        InvocationResult result = finish(start, init, Optional.empty());
        Environments.end(warm);
        return result;
    }

    private InvocationResult finish(Outcome outcome, Duration duration, Optional<Duration> init) {
        PlatformLines lines = lines();
        Optional<Fault> fault = fault(outcome);
        if (outcome instanceof Outcome.TimedOut) {
            lines.failure(
                    invocation.requestId(),
                    Instant.now().truncatedTo(ChronoUnit.MILLIS) + " " + invocation.requestId() + " "
                            + Faults.timedOut(timeout()));
        } else if (isOver(outcome)) {
            fault.ifPresent(given -> lines.failure(invocation.requestId(), given.message() + "\n" + given.type()));
        }
        boolean answered = outcome instanceof Outcome.Answered;
        String status = answered ? "success" : outcome instanceof Outcome.TimedOut ? "timeout" : "error";
        Optional<String> type =
                answered ? Optional.empty() : Optional.of(fault.map(Fault::type).orElseGet(() -> type(outcome)));
        long memory = outcome instanceof Outcome.OutOfMemory
                ? Long.MAX_VALUE >> 1
                : warm.environment().peak();
        lines.end(invocation.requestId(), new Report(duration, memory, init, status, type));
        Payload payload = fault.map(Fault::json).orElseGet(() -> body(outcome));
        return new InvocationResult(
                payload,
                answered ? Optional.empty() : Optional.of(ERROR),
                version.name(),
                warm.log().tail());
    }

    private Optional<Fault> fault(Outcome outcome) {
        String id = invocation.requestId();
        if (outcome instanceof Outcome.TimedOut) {
            return Optional.of(Faults.timedOut(id, timeout()));
        }
        if (outcome instanceof Outcome.Exited exited) {
            return Optional.of(Faults.exited(id, exited.code()));
        }
        if (outcome instanceof Outcome.OutOfMemory) {
            return Optional.of(Faults.outOfMemory(id));
        }
        if (outcome instanceof Outcome.TooLarge large) {
            return Optional.of(Faults.tooLarge(large.bytes()));
        }
        return Optional.empty();
    }

    private static Payload body(Outcome outcome) {
        if (outcome instanceof Outcome.Answered answered) {
            return answered.body();
        }
        if (outcome instanceof Outcome.Failed failed) {
            return failed.body();
        }
        throw new IllegalStateException("No end of an invocation: " + outcome);
    }

    /** Returns what the runtime calls an error. */
    private static String type(Outcome outcome) {
        if (outcome instanceof Outcome.Failed failed) {
            try {
                JsonNode error = JSON.readTree(failed.body().text());
                return failed.type().orElseGet(() -> error.path("errorType").asText("Error"));
            } catch (JsonProcessingException e) {
                return failed.type().orElse("Error");
            }
        }
        return "Error";
    }

    /** Returns what comes of a function whose code has no program with which it begins. */
    static InvocationResult notStarted(Version version, Invocation invocation, FunctionLog log, String reason) {
        Fault fault = Faults.noEntryPoint(invocation.requestId(), reason);
        PlatformLines lines = new PlatformLines(log, version.configuration());
        lines.start(invocation.requestId());
        lines.failure(invocation.requestId(), fault.message() + "\n" + fault.type());
        lines.end(
                invocation.requestId(),
                new Report(Duration.ZERO, 0, Optional.empty(), "error", Optional.of(fault.type())));
        log.close();
        return new InvocationResult(fault.json(), Optional.of(ERROR), version.name(), log.tail());
    }

    private PlatformLines lines() {
        return new PlatformLines(warm.log(), version.configuration());
    }

    private Duration timeout() {
        return Duration.ofSeconds(version.configuration().timeout());
    }

    private static Duration since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
