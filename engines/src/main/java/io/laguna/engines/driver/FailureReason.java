package io.laguna.engines.driver;

import io.laguna.engines.driver.RunOutcome.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The reason why a run failed, in its own words. */
final class FailureReason {
    private static final String MAIN = "Exception in thread \"main\" ";
    private static final String CAUSE = "Caused by: ";
    /** MapReduce's own exception, which does not say why. */
    private static final String JOB_FAILED = "Job failed!";

    private static final String MORE_MEMORY = "the driver ran out of memory: give it more with --driver-memory";
    private static final int LAST_LINES = 5;

    /** The exit code of a JVM whose main method threw. */
    private static final int UNCAUGHT = 1;

    /** The exit code to which a shell adds the number of a signal. */
    private static final int BEFORE_SIGNALS = 128;

    /** The signals that end processes in practice: a job may exit with any other code above 128. */
    private static final Map<Integer, String> SIGNALS =
            Map.of(1, "HUP", 2, "INT", 6, "ABRT", 7, "BUS", 9, "KILL", 11, "SEGV", 15, "TERM");
    /** The exit code by {@code -XX:+ExitOnOutOfMemoryError}. */
    private static final int OUT_OF_MEMORY = 3;

    private FailureReason() {}

    static RunOutcome.Failed in(Path error, int exitCode) {
        try {
            return in(DriverLog.read(error).lines().toList(), exitCode);
        } catch (IOException e) {
            return new RunOutcome.Failed(
                    Kind.EXITED, exitCode, "its standard error could not be read: " + e.getMessage());
        }
    }

    /**
     * Returns the failure of a run. Its reason is the exception that reached main and that exception's causes; for a
     * JVM that was killed or had no memory, the reason says so.
     */
    static RunOutcome.Failed in(List<String> lines, int exitCode) {
        if (exitCode == OUT_OF_MEMORY && lines.stream().anyMatch(line -> line.contains("OutOfMemoryError"))) {
            return new RunOutcome.Failed(Kind.OUT_OF_MEMORY, exitCode, MORE_MEMORY);
        }
        Optional<String> signal = Optional.ofNullable(SIGNALS.get(exitCode - BEFORE_SIGNALS));
        if (signal.isPresent()) {
            return new RunOutcome.Failed(
                    Kind.KILLED,
                    exitCode,
                    "the process was killed by signal " + (exitCode - BEFORE_SIGNALS) + " (" + signal.get() + ")");
        }
        if (exitCode != UNCAUGHT) {
            return new RunOutcome.Failed(Kind.EXITED, exitCode, lastWords(lines, exitCode));
        }
        int start = -1;
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith(MAIN)) {
                start = i;
            }
        }
        Optional<String> task =
                start < 0 || lines.get(start).endsWith(JOB_FAILED) ? TaskFailure.in(lines) : Optional.empty();
        if (task.isPresent()) {
            return new RunOutcome.Failed(Kind.EXCEPTION, exitCode, task.get());
        }
        if (start >= 0) {
            Stream<String> exception = Stream.of(lines.get(start).substring(MAIN.length()));
            Stream<String> message =
                    lines.subList(start + 1, lines.size()).stream().takeWhile(line -> !isFrame(line));
            Stream<String> causes = lines.subList(start, lines.size()).stream().filter(line -> line.startsWith(CAUSE));
            String reason = Stream.of(exception, message, causes)
                    .flatMap(part -> part)
                    .distinct()
                    .collect(Collectors.joining("\n"));
            return reason.contains("OutOfMemoryError")
                    ? new RunOutcome.Failed(Kind.OUT_OF_MEMORY, exitCode, MORE_MEMORY + "\n" + reason)
                    : new RunOutcome.Failed(Kind.EXCEPTION, exitCode, reason);
        }
        return new RunOutcome.Failed(Kind.EXITED, exitCode, lastWords(lines, exitCode));
    }

    private static String lastWords(List<String> lines, int exitCode) {
        List<String> spoken =
                lines.stream().filter(line -> !line.isBlank() && !isFrame(line)).toList();
        String lastWords = String.join("\n", spoken.subList(Math.max(0, spoken.size() - LAST_LINES), spoken.size()));
        return lastWords.isEmpty() ? "it exited with " + exitCode + " and said nothing" : lastWords;
    }

    static boolean isFrame(String line) {
        return line.startsWith("\tat ") || line.startsWith("\t... ");
    }
}
