package io.laguna.engines.driver;

import java.util.List;
import java.util.regex.Pattern;

/** The last words of a process that threw nothing. */
final class LastWords {
    private static final int LINES = 5;

    /** A line of Spark's log, in the pattern of Laguna or in Spark's own: a time and a level. */
    private static final Pattern LOGGED = Pattern.compile(
            "(\\d{4}-\\d\\d-\\d\\d|\\d\\d/\\d\\d/\\d\\d)[ T]\\d\\d:\\d\\d:\\d\\d([.,]\\d+)? (TRACE|DEBUG|INFO|WARN|ERROR|FATAL) .*");

    private LastWords() {}

    /**
     * Returns the last lines of standard error; those of standard output, where a driver in Python speaks, when standard
     * error is empty or ends in Spark's log.
     */
    static List<String> of(List<String> output, List<String> error) {
        List<String> printed = spoken(output);
        List<String> noted = spoken(error);
        boolean endsInLog = noted.isEmpty() || isLogged(noted.get(noted.size() - 1));
        List<String> words = endsInLog && !printed.isEmpty() ? printed : noted;
        return words.subList(Math.max(0, words.size() - LINES), words.size());
    }

    /** Tells whether lines are empty or have some of Spark's log. */
    static boolean isEmptyOrLog(List<String> lines) {
        return spoken(lines).isEmpty() || lines.stream().anyMatch(LastWords::isLogged);
    }

    private static boolean isLogged(String line) {
        return LOGGED.matcher(line).matches();
    }

    /** Returns the lines that say something: those that are neither blank nor of the stack of a Java exception. */
    static List<String> spoken(List<String> lines) {
        return lines.stream()
                .filter(line -> !line.isBlank() && !JavaFailure.isFrame(line))
                .toList();
    }
}
