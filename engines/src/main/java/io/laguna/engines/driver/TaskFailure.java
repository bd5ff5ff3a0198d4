package io.laguna.engines.driver;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The reason why a task of a MapReduce job failed. The driver of such a job throws nothing and only exits with 1, behind
 * log lines and counters.
 */
final class TaskFailure {
    /** The local runner's exception, and a task's on YARN: a line of their own behind the line of the log. */
    private static final Pattern EXCEPTION =
            Pattern.compile("(?:java\\.lang\\.Exception|Error): ((?:[a-z]\\w*\\.)+[A-Z][\\w$]*(?:: .*)?)");
    /** The exceptions of streaming that say no more than that the mapper or the reducer has ended too early. */
    private static final Pattern SUBPROCESS =
            Pattern.compile(".*(?:subprocess (failed with code \\d+)|Broken pipe|Stream closed).*");

    private static final Pattern LOG = Pattern.compile("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d[.,]\\d{3} .*");
    private static final String TRACEBACK = "Traceback (most recent call last):";
    private static final int LAST_LINES = 20;

    private TaskFailure() {}

    /**
     * Returns what the last failed task says: for streaming the last lines that its mapper or reducer wrote to its
     * standard error, otherwise the exception and its causes.
     */
    static Optional<String> in(List<String> lines) {
        for (int at = lines.size() - 1; at >= 0; at--) {
            if (EXCEPTION.matcher(lines.get(at)).matches()) {
                return Optional.of(reason(lines, at));
            }
        }
        return Optional.empty();
    }

    private static String reason(List<String> lines, int at) {
        Matcher subprocess = SUBPROCESS.matcher(lines.get(at));
        List<String> words = subprocess.matches() && isOfStreaming(lines, at) ? wordsBefore(lines, at) : List.of();
        if (!words.isEmpty()) {
            String code = Optional.ofNullable(subprocess.group(1)).orElse("ended before its input did");
            return String.join("\n", words) + "\n(the mapper or reducer " + code + ")";
        }
        Stream<String> causes =
                lines.subList(at, lines.size()).stream().filter(line -> line.startsWith(JavaFailure.CAUSE));
        String exception = EXCEPTION.matcher(lines.get(at)).replaceFirst("$1");
        return Stream.concat(Stream.of(exception), causes.filter(cause -> !cause.equals(JavaFailure.CAUSE + exception)))
                .distinct()
                .collect(Collectors.joining("\n"));
    }

    private static boolean isOfStreaming(List<String> lines, int exception) {
        return lines.subList(exception + 1, lines.size()).stream()
                .takeWhile(line -> !LOG.matcher(line).matches())
                .anyMatch(frame -> frame.contains("org.apache.hadoop.streaming."));
    }

    /**
     * Returns the last lines before a failure that neither a logger nor a stack trace of Java has written, from the last
     * traceback of Python on, where there is one: several tasks may have failed in the same way.
     */
    private static List<String> wordsBefore(List<String> lines, int failure) {
        List<String> words = new ArrayList<>();
        for (int at = failure - 1; at >= 0 && words.size() < LAST_LINES; at--) {
            String line = lines.get(at);
            if (!LOG.matcher(line).matches() && !JavaFailure.isFrame(line) && !line.isBlank()) {
                words.add(0, line);
            }
        }
        return words.subList(Math.max(0, words.lastIndexOf(TRACEBACK)), words.size());
    }
}
