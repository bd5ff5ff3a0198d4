package io.laguna.engines.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/**
 * A process that never outlives this one: it runs under a guard that holds a pipe to us and stops it when the pipe
 * breaks, be it by {@code kill -9}. Each guard leads a process group of its own, so that Ctrl-C reaches only us.
 */
public final class ChildProcess {
    private static final String GUARD = read("guard.sh");
    private static final Duration BEYOND_GRACE = Duration.ofSeconds(3);

    private final Process guard;
    private final Duration grace;

    private ChildProcess(Process guard, Duration grace) {
        this.guard = guard;
        this.grace = grace;
    }

    /**
     * A command and how to run it.
     *
     * @param words the command and its arguments
     * @param environment its own variables, over {@link ChildEnvironment}
     * @param stopSignal the signal that asks it to stop: {@code TERM}, {@code INT}
     * @param grace how long it may take to stop before it is killed
     * @param folder where it works; without one where we do
     */
    public record Command(
            List<String> words,
            Map<String, String> environment,
            String stopSignal,
            Duration grace,
            Optional<Path> folder) {
        public Command(List<String> words, Map<String, String> environment, String stopSignal, Duration grace) {
            this(words, environment, stopSignal, grace, Optional.empty());
        }

        public static Command of(List<String> words, Map<String, String> environment) {
            return new Command(words, environment, "TERM", Duration.ofSeconds(10));
        }
    }

    /** Starts with both outputs appended to one log. */
    public static ChildProcess start(Command command, Path log) {
        return start(command, Redirect.appendTo(log.toFile()), Redirect.appendTo(log.toFile()));
    }

    public static ChildProcess start(Command command, Redirect output, Redirect error) {
        List<String> words = new ArrayList<>(List.of("setsid", "sh", "-c", GUARD, "guard"));
        words.add(command.stopSignal());
        words.add(Long.toString(command.grace().toSeconds()));
        words.addAll(command.words());
        ProcessBuilder builder = ChildEnvironment.process(words, command.environment())
                .redirectOutput(output)
                .redirectError(error);
        command.folder().ifPresent(folder -> builder.directory(folder.toFile()));
        try {
            return new ChildProcess(builder.start(), command.grace());
        } catch (IOException e) {
            throw new EngineFailure("Cannot run " + command.words().get(0) + ": " + e.getMessage(), e);
        }
    }

    long processId() {
        return guard.pid();
    }

    Optional<Instant> startedAt() {
        return guard.info().startInstant();
    }

    public boolean isRunning() {
        return guard.isAlive();
    }

    int exitCode() {
        return guard.exitValue();
    }

    /** Returns the bytes of memory that the process and all that it has started hold, where this machine tells. */
    public OptionalLong memory() {
        return ProcessMemory.withChildren(guard.toHandle());
    }

    /** Calls {@code then} with the exit code when the process has ended, on a thread that is not to be kept long. */
    public void whenEnded(IntConsumer then) {
        var unused = guard.onExit()
                .thenAccept(ended -> then.accept(ended.exitValue()))
                .whenComplete((done, failure) -> {
                    if (failure != null) {
                        Thread thread = Thread.currentThread();
                        thread.getUncaughtExceptionHandler().uncaughtException(thread, failure);
                    }
                });
    }

    /**
     * Holds the process, or lets it go on. Its guard goes on in any case.
     *
     * @return whether the guard has begun with the command
     */
    public boolean hold(boolean still) {
        String shell = guard.info().command().orElse("sh");
        List<ProcessHandle> commands = guard.children()
                // What runs beside the command is the guard's own shell.
                .filter(child ->
                        child.info().command().filter(own -> !own.equals(shell)).isPresent())
                .toList();
        // The shell's own kill: not every system has a program of this name.
        commands.forEach(child ->
                Tool.run(List.of("sh", "-c", "kill -s " + (still ? "STOP " : "CONT ") + child.pid()), Map.of()));
        return !commands.isEmpty();
    }

    int waitFor() throws InterruptedException {
        return guard.waitFor();
    }

    /** Lets go of the pipe, which is what the guard waits for, and sees to it that the process ends. */
    public void stop() {
        try {
            guard.getOutputStream().close();
        } catch (IOException e) {
            // The guard has already gone and its end of the pipe with it.
        }
        try {
            if (!guard.waitFor(grace.plus(BEYOND_GRACE).toMillis(), TimeUnit.MILLISECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
        }
    }

    private void kill() {
        guard.descendants().forEach(ProcessHandle::destroyForcibly);
        guard.destroyForcibly();
    }

    private static String read(String resource) {
        try (InputStream script = ChildProcess.class.getResourceAsStream(resource)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the last lines of a log that are no frames of a stack, for an error message. */
    static String lastLines(Path log, long from, int count) {
        try (InputStream content = Files.newInputStream(log)) {
            content.skipNBytes(Math.min(from, Files.size(log)));
            List<String> lines = new String(content.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("\tat "))
                    .toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - count), lines.size()));
        } catch (IOException e) {
            return "(no log: " + e.getMessage() + ")";
        }
    }
}
