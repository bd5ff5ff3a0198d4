package io.laguna.engines.driver;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The exception by which a Python program ended, as Python prints it: a traceback for each exception of a chain. In PySpark
 * the traceback of a worker, or of a function that the JVM called back, stands in the message of the driver's exception.
 *
 * @see <a href="https://docs.python.org/3/library/traceback.html">traceback</a>
 */
record PythonFailure(List<PythonTraceback> tracebacks) {
    private static final Pattern SYNTAX = Pattern.compile("(Syntax|Indentation|Tab)Error: .*");

    /** A script whose bytes cannot be read: Python names the file in the message, and shows no line of it. */
    private static final Pattern ENCODING =
            Pattern.compile("SyntaxError: (Non-UTF-8 code starting with|encoding problem:|unknown encoding:) .*");

    /** The number of lines before a syntax error that show where it is: the file, the line, a mark. */
    private static final int SYNTAX_LINES = 4;

    /** The lines before a traceback that belongs to the exception above it. */
    private static final Pattern GOES_ON = Pattern.compile("The above exception was the direct cause of .*"
            + "|During handling of the above exception, .*|\\s*An exception was thrown from the Python worker.*");

    /** The marks of an exception group before a line, and the lines that are nothing else. */
    private static final Pattern IN_GROUP =
            Pattern.compile("^ {2,}(?:\\| ?|\\+ Exception Group (?=Traceback)|\\+(?:-\\+)?-{10,}.*$)(.*)$");

    /** The beginning of what Python prints about an object that it could not delete. */
    private static final String IGNORED = "Exception ignored in";

    private static final Pattern NO_MODULE = Pattern.compile("No module named '(([^'.]+)[^']*)'$");
    private static final String DEAD_WORKER = "Python worker exited unexpectedly";

    /** Returns the exception at the end of the lines, if there is one. */
    static Optional<PythonFailure> in(List<String> lines) {
        List<String> spoken = LastWords.spoken(lines.stream()
                .map(line -> IN_GROUP.matcher(line).replaceFirst("$1"))
                .toList());
        for (int i = spoken.size() - 1; i > 0; i--) {
            if (spoken.get(i).startsWith(IGNORED)) {
                spoken = spoken.subList(0, i);
            }
        }
        List<String> all = spoken;
        return start(all)
                .filter(start -> isOutermost(all.get(start)))
                .map(start -> PythonTraceback.each(all.subList(start, all.size())))
                .filter(each -> each.get(each.size() - 1).isAtTheEnd())
                .map(PythonFailure::new);
    }

    /** Returns the exceptions, each with where it happened, and what helps. */
    String text() {
        List<String> text = new ArrayList<>();
        Set<List<String>> told = new HashSet<>();
        for (PythonTraceback each : tracebacks) {
            if (told.add(each.id())) {
                each.shown().filter(line -> !isTold(line, text)).forEach(text::add);
            }
        }
        hint().ifPresent(text::add);
        return String.join("\n", text);
    }

    /** Tells whether a line names a cause that has been told: Java prints it at the end of its stacks once more. */
    private static boolean isTold(String line, List<String> text) {
        return line.startsWith(JavaFailure.CAUSE)
                && text.stream().anyMatch(before -> before.endsWith(line.substring(JavaFailure.CAUSE.length())));
    }

    /** Returns the last exception, and then where it happened. */
    String brief() {
        return tracebacks.get(tracebacks.size() - 1).brief();
    }

    private Optional<String> hint() {
        List<String> last = tracebacks.get(tracebacks.size() - 1).message();
        Matcher module = NO_MODULE.matcher(last.get(0));
        if (module.find()) {
            return Optional.of("This job's Python has no " + module.group(1)
                    + ": a bootstrap action can install it (sudo python3 -m pip install " + module.group(2)
                    + "), --archives bring an environment along, --py-files modules of your own.");
        }
        return Optional.of("A Python worker died: it was killed, as Linux does when memory runs out, or crashed.")
                .filter(dead -> last.stream().anyMatch(line -> line.contains(DEAD_WORKER)));
    }

    /** Returns the line where the last exception begins, with its causes and whatever it stands in. */
    private static Optional<Integer> start(List<String> lines) {
        List<Integer> headers = IntStream.range(0, lines.size())
                .filter(line -> lines.get(line).endsWith(PythonTraceback.HEADER))
                .boxed()
                .toList();
        int last = headers.size() - 1;
        while (last > 0 && goesOn(lines, headers.get(last))) {
            last--;
        }
        return last >= 0 ? Optional.of(headers.get(last)) : syntaxError(lines);
    }

    /** Tells whether a program's own exception can begin here, and not one within the message of another. */
    private static boolean isOutermost(String line) {
        return line.equals(PythonTraceback.HEADER)
                || PythonTraceback.isFrame(line)
                || ENCODING.matcher(line).matches();
    }

    private static boolean goesOn(List<String> lines, int header) {
        return !isOutermost(lines.get(header))
                || (header > 0 && GOES_ON.matcher(lines.get(header - 1)).matches());
    }

    /** Returns where a syntax error of the script itself begins, which has no traceback. */
    private static Optional<Integer> syntaxError(List<String> lines) {
        int last = lines.size() - 1;
        if (last < 0 || !SYNTAX.matcher(lines.get(last)).matches()) {
            return Optional.empty();
        }
        if (ENCODING.matcher(lines.get(last)).matches()) {
            return Optional.of(last);
        }
        return IntStream.range(Math.max(0, last - SYNTAX_LINES), last)
                .filter(line -> PythonTraceback.isFrame(lines.get(line)))
                .boxed()
                .findFirst();
    }
}
