package io.laguna.engines.driver;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A Python exception: where it happened, and its message.
 *
 * @param frames outermost first
 * @param message the lines behind the frames, the exception's name at the beginning
 */
record PythonTraceback(List<Frame> frames, List<String> message) {
    static final String HEADER = "Traceback (most recent call last):";

    private static final Pattern FRAME = Pattern.compile("  File \"([^\"]+)\", (line \\d+(?:, in .+)?)");
    private static final Pattern NOT_OWN = Pattern.compile("/(site|dist)-packages/|/lib/python\\d[.\\d]*/|^<frozen "
            + "|/python/pyspark/|/pyspark\\.zip/|/py4j-[^/]*\\.zip/");
    private static final Pattern MARKS = Pattern.compile("[\\s~^]+");
    private static final Pattern REPEATED = Pattern.compile("  \\[Previous line repeated .*");
    private static final Pattern PACKAGE = Pattern.compile("^(: )?([a-z_][a-z_0-9]*\\.)+(?=[A-Z])");

    /** The words of Spark before the exception of a task. */
    private static final Pattern TASK = Pattern.compile("^.* Lost task .*? \\([^)]* executor [^)]*\\): ");

    /** The lines by which Spark announces Java's stacks, and the same worker's exception once more. */
    private static final Pattern NOISE =
            Pattern.compile("Driver stacktrace:|Caused by: org\\.apache\\.spark\\.api\\.python\\.PythonException: .*");

    private static final String JVM_STACK = "JVM stacktrace:";
    private static final String FROM_JAVA = "py4j.protocol.Py4JJavaError: ";

    private static final int MOST_FRAMES = 3;
    private static final int FIRST_LINES = 8;
    private static final int LAST_LINES = 3;

    /** The number of lines by which a program can still have ended with the exception: the message, and last words. */
    private static final int END = 40;

    /**
     * A call.
     *
     * @param lines with the source
     */
    record Frame(String file, String place, List<String> lines) {
        boolean isOwn() {
            return !NOT_OWN.matcher(file).find();
        }

        String brief() {
            return file.substring(file.lastIndexOf('/') + 1) + ", " + place;
        }
    }

    static boolean isFrame(String line) {
        return FRAME.matcher(line).matches();
    }

    /** Returns the tracebacks of lines that begin with one. Each ends where the next begins, which may be in its message. */
    static List<PythonTraceback> each(List<String> lines) {
        List<PythonTraceback> all = new ArrayList<>();
        PythonTraceback last = empty();
        for (String line : lines) {
            Matcher frame = FRAME.matcher(line);
            if (frame.matches()) {
                if (!last.message.isEmpty()) {
                    all.add(last);
                    last = empty();
                }
                last.frames.add(new Frame(frame.group(1), frame.group(2), new ArrayList<>(List.of(line))));
            } else if (last.message.isEmpty() && !last.frames.isEmpty() && isSource(line)) {
                last.frames.get(last.frames.size() - 1).lines.add(line);
            } else {
                last.add(line);
            }
        }
        all.add(last);
        return all;
    }

    /** Tells whether so little follows that a program can have ended with this exception. */
    boolean isAtTheEnd() {
        return !message.isEmpty() && message.size() <= END;
    }

    /** Returns the calls of the program's own code, at most the last three, and the message. */
    Stream<String> shown() {
        Stream<String> calls = own().stream()
                .flatMap(frame -> frame.lines.stream())
                .filter(line -> !MARKS.matcher(line).matches());
        return Stream.concat(calls, shortened(message.stream().distinct().toList()));
    }

    /** Returns what an exception that is printed twice begins with both times. */
    List<String> id() {
        return Stream.concat(
                        frames.stream().flatMap(frame -> frame.lines.stream()),
                        message.stream().limit(1))
                .toList();
    }

    /** Returns the exception, and in brackets where it happened. */
    String brief() {
        List<String> said = message.get(0).startsWith(FROM_JAVA) && message.size() > 1
                ? message.subList(1, message.size())
                : message;
        String name = TASK.matcher(said.get(0)).replaceFirst("");
        String exception = PACKAGE.matcher(name).replaceFirst("").strip();
        String whole = exception.endsWith(":") && said.size() > 1
                ? exception + " " + said.get(1).strip()
                : exception;
        return whole
                + own().stream()
                        .skip(Math.max(0, own().size() - 1))
                        .map(frame -> " (" + frame.brief() + ")")
                        .collect(Collectors.joining());
    }

    private List<Frame> own() {
        List<Frame> own = frames.stream().filter(Frame::isOwn).toList();
        return own.isEmpty()
                ? frames.subList(Math.max(0, frames.size() - 1), frames.size())
                : own.subList(Math.max(0, own.size() - MOST_FRAMES), own.size());
    }

    private void add(String line) {
        String spoken = line.endsWith(HEADER) ? line.substring(0, line.length() - HEADER.length()) : line;
        boolean inJava = !message.isEmpty() && message.get(message.size() - 1).equals(JVM_STACK);
        if (!spoken.isBlank() && !NOISE.matcher(spoken).matches() && !inJava) {
            message.add(spoken);
        }
    }

    private static Stream<String> shortened(List<String> lines) {
        List<String> spoken =
                lines.stream().filter(line -> !line.equals(JVM_STACK)).toList();
        return spoken.size() <= FIRST_LINES + LAST_LINES
                ? spoken.stream()
                : Stream.of(
                                spoken.subList(0, FIRST_LINES),
                                List.of("…"),
                                spoken.subList(spoken.size() - LAST_LINES, spoken.size()))
                        .flatMap(List::stream);
    }

    private static boolean isSource(String line) {
        return line.startsWith("    ") || REPEATED.matcher(line).matches();
    }

    private static PythonTraceback empty() {
        return new PythonTraceback(new ArrayList<>(), new ArrayList<>());
    }
}
