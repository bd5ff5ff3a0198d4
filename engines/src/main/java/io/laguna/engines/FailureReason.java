package io.laguna.engines;

import io.laguna.engines.RunOutcome.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why a run failed, in its own words. */
final class FailureReason {
    private static final String MAIN = "Exception in thread \"main\" ";
    private static final String CAUSE = "Caused by: ";
    private static final int LAST_LINES = 5;
    /** Of {@code -XX:+ExitOnOutOfMemoryError}. */
    private static final int OUT_OF_MEMORY = 3;

    private FailureReason() {}

    static RunOutcome.Failed in(Path error, int exitCode) {
        try {
            String text = new String(Files.readAllBytes(error), StandardCharsets.UTF_8).replaceAll("\r[^\n]*\r", "\n");
            return in(text.lines().toList(), exitCode);
        } catch (IOException e) {
            return new RunOutcome.Failed(
                    Kind.EXITED, exitCode, "its standard error could not be read: " + e.getMessage());
        }
    }

    /** The exception that reached main and its causes; a killed JVM and one without memory say so. */
    static RunOutcome.Failed in(List<String> lines, int exitCode) {
        if (exitCode == OUT_OF_MEMORY && lines.stream().anyMatch(line -> line.contains("OutOfMemoryError"))) {
            return new RunOutcome.Failed(
                    Kind.OUT_OF_MEMORY, exitCode, "the driver ran out of memory: give it more with --driver-memory");
        }
        if (exitCode > 128) {
            return new RunOutcome.Failed(Kind.KILLED, exitCode, "the process was killed by signal " + (exitCode - 128));
        }
        int start = -1;
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith(MAIN)) {
                start = i;
            }
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
            return new RunOutcome.Failed(Kind.EXCEPTION, exitCode, reason);
        }
        List<String> spoken =
                lines.stream().filter(line -> !line.isBlank() && !isFrame(line)).toList();
        String lastWords = String.join("\n", spoken.subList(Math.max(0, spoken.size() - LAST_LINES), spoken.size()));
        return new RunOutcome.Failed(Kind.EXITED, exitCode, lastWords);
    }

    private static boolean isFrame(String line) {
        return line.startsWith("\tat ") || line.startsWith("\t... ");
    }
}
