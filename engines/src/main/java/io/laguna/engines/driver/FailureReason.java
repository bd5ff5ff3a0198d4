package io.laguna.engines.driver;

import io.laguna.engines.driver.RunOutcome.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The reason why a process failed, in its own words.
 *
 * @param output the last lines of its standard output, where Spark puts a Python script's standard error too
 * @param error the last lines of its standard error
 */
record FailureReason(List<String> output, List<String> error) {
    /** MapReduce's own exception, which does not say why. */
    private static final String JOB_FAILED = "Job failed!";

    static final String MORE_MEMORY = "the driver ran out of memory: give it more with --driver-memory";

    /** The exit code of a JVM whose main method threw, and of a Python script that threw. */
    private static final int UNCAUGHT = 1;

    /** The exit code to which a shell adds the number of a signal. */
    private static final int BEFORE_SIGNALS = 128;

    /** The signals that end processes in practice: a job may exit with any other code above 128. */
    private static final Map<Integer, String> SIGNALS =
            Map.of(1, "HUP", 2, "INT", 6, "ABRT", 7, "BUS", 9, "KILL", 11, "SEGV", 15, "TERM");
    /** The exit code by {@code -XX:+ExitOnOutOfMemoryError}. */
    private static final int OUT_OF_MEMORY = 3;

    /** Returns the failure of a process that has written two files, of which one may be missing. */
    static RunOutcome.Failed in(Path output, Path error, int exitCode) {
        try {
            return new FailureReason(lines(output), lines(error)).of(exitCode);
        } catch (IOException e) {
            return new RunOutcome.Failed(Kind.EXITED, exitCode, "its output could not be read: " + e.getMessage());
        }
    }

    /**
     * Returns the failure. Its reason is the Python exception at the end of the process, or the Java exception that
     * reached main, or the last words; for a process that was killed or had no memory, the reason says so.
     */
    RunOutcome.Failed of(int exitCode) {
        if (exitCode == OUT_OF_MEMORY && error.stream().anyMatch(line -> line.contains("OutOfMemoryError"))) {
            return new RunOutcome.Failed(Kind.OUT_OF_MEMORY, exitCode, MORE_MEMORY);
        }
        Optional<String> signal = Optional.ofNullable(SIGNALS.get(exitCode - BEFORE_SIGNALS));
        if (signal.isPresent()) {
            return new RunOutcome.Failed(
                    Kind.KILLED,
                    exitCode,
                    "the process was killed by signal " + (exitCode - BEFORE_SIGNALS) + " (" + signal.get() + ")");
        }
        Optional<PythonFailure> python =
                PythonFailure.in(error).or(() -> PythonFailure.in(output).filter(own -> LastWords.isEmptyOrLog(error)));
        if (python.isPresent()) {
            Kind kind = exitCode == UNCAUGHT ? Kind.EXCEPTION : Kind.EXITED;
            return new RunOutcome.Failed(
                    kind,
                    exitCode,
                    exited(exitCode, python.get().text()),
                    python.get().brief());
        }
        Optional<String> java = exitCode == UNCAUGHT ? JavaFailure.in(error) : Optional.empty();
        Optional<String> task = exitCode == UNCAUGHT
                        && java.filter(own -> !own.endsWith(JOB_FAILED)).isEmpty()
                ? TaskFailure.in(error)
                : Optional.empty();
        if (task.isPresent()) {
            return new RunOutcome.Failed(Kind.EXCEPTION, exitCode, task.get());
        }
        if (java.isPresent()) {
            return java.get().contains("OutOfMemoryError")
                    ? new RunOutcome.Failed(Kind.OUT_OF_MEMORY, exitCode, MORE_MEMORY + "\n" + java.get())
                    : new RunOutcome.Failed(Kind.EXCEPTION, exitCode, java.get());
        }
        List<String> words = LastWords.of(output, error);
        return words.isEmpty()
                ? new RunOutcome.Failed(Kind.EXITED, exitCode, "it exited with " + exitCode + " and said nothing")
                : new RunOutcome.Failed(
                        Kind.EXITED, exitCode, exited(exitCode, String.join("\n", words)), words.get(words.size() - 1));
    }

    private static String exited(int exitCode, String words) {
        return exitCode == UNCAUGHT ? words : "it exited with " + exitCode + ":\n" + words;
    }

    private static List<String> lines(Path log) throws IOException {
        return Files.exists(log) ? DriverLog.lastLines(log) : List.of();
    }
}
