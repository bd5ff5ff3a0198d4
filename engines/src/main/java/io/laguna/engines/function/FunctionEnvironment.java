package io.laguna.engines.function;

import io.laguna.engines.process.ChildProcess;
import io.laguna.engines.process.ChildProcess.Command;
import io.laguna.engines.process.Tree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * An execution environment: a process that takes invocations one after another from its Runtime API. It ends with Laguna, and
 * with it ends all that it has started.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html">Execution environments</a>
 */
public final class FunctionEnvironment implements AutoCloseable {
    /** How often memory is looked at. */
    private static final long BEAT_MILLIS = 50;

    private static final long LOOK_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final FunctionCommand command;
    private final FunctionOutput output;
    private final EnvironmentTurns turns = new EnvironmentTurns();
    private final RuntimeApi api = RuntimeApi.open(turns);
    private final ChildProcess process;
    private final AtomicLong peak = new AtomicLong();
    private volatile long looked;

    private FunctionEnvironment(FunctionView view, FunctionCommand command, Consumer<String> records) {
        this.command = command;
        FunctionFolders folders = command.folders();
        try {
            Files.createDirectories(folders.temporary());
            Files.createDirectories(folders.shadow());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make the folders of an environment in " + folders.own(), e);
        }
        this.output = FunctionOutput.open(folders.output(), records);
        Map<String, String> variables = new HashMap<>(command.variables());
        variables.put("AWS_LAMBDA_RUNTIME_API", api.address());
        Command words = new Command(
                view.words(command.words(), folders), variables, "KILL", Duration.ZERO, Optional.of(folders.task()));
        Redirect pipe = Redirect.appendTo(output.file().toFile());
        this.process = ChildProcess.start(words, pipe, pipe);
        process.whenEnded(turns::exited);
    }

    /**
     * Starts an environment.
     *
     * @param records takes what the process prints, record by record
     */
    public static FunctionEnvironment start(FunctionView view, FunctionCommand command, Consumer<String> records) {
        return new FunctionEnvironment(view, command, records);
    }

    /** Waits until the process is ready for its first invocation, or has failed. */
    public Outcome ready(Duration longest) {
        return await(turns.started(), longest);
    }

    /** Hands an invocation over, and waits until it has ended. */
    public Outcome invoke(Call call, Duration longest) {
        return await(turns.begin(call), longest);
    }

    /** Returns the most memory that was seen in use, in bytes. A look takes longer than a short invocation. */
    public long peak() {
        if (System.nanoTime() - looked > LOOK_NANOS) {
            look();
        }
        return peak.get();
    }

    /** Ends the process and all that it has started. Its output is there to be read. */
    public void stop() {
        look();
        process.stop();
    }

    /** Waits until all that the process has printed is read. */
    public void drain() {
        output.drain();
    }

    public boolean isRunning() {
        return process.isRunning() && !turns.isOver();
    }

    private Outcome await(CompletableFuture<Outcome> end, Duration longest) {
        long deadline = System.nanoTime() + longest.toNanos();
        try {
            while (true) {
                long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                if (left <= 0) {
                    return end.getNow(new Outcome.TimedOut());
                }
                try {
                    return end.get(Math.min(left, BEAT_MILLIS), TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    if (look() > command.memory()) {
                        return new Outcome.OutOfMemory();
                    }
                }
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("An environment has ended without an outcome", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.TimedOut();
        }
    }

    private long look() {
        long now = process.memory().orElse(0);
        peak.accumulateAndGet(now, Math::max);
        looked = System.nanoTime();
        return now;
    }

    /**
     * Ends the process and all that it has started, and deletes its folder.
     *
     * @throws UncheckedIOException when the folder cannot be deleted, which the function may have seen to
     */
    @Override
    public void close() {
        turns.close();
        process.stop();
        api.close();
        output.close();
        try {
            Tree.delete(command.folders().own());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + command.folders().own(), e);
        }
    }
}
