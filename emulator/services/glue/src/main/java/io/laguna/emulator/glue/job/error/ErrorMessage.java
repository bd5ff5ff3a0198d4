package io.laguna.emulator.glue.job.error;

import io.laguna.engines.driver.PythonError;
import io.laguna.engines.driver.RunOutcome;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The message of a Spark run that failed: {@code Error Category: QUERY_ERROR; Spark Error Class: …; Failed Line Number:
 * 48; AnalysisException: …}. A part that is not known is left out.
 *
 * @param category without {@code _ERROR}
 * @param sparkClass Spark's own name of the error
 * @param line the line of the user's script
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/monitor-observability.html">Error categories</a>
 */
public record ErrorMessage(ErrorCategory category, Optional<String> sparkClass, Optional<Integer> line, String text) {
    private static final String FROM_JAVA = "Py4JJavaError";
    private static final String CAUSE = "Caused by: ";
    private static final Pattern JAVA = Pattern.compile("(?::\\s)?((?:[\\w$]+\\.)+([\\w$]+))(?::\\s*(.*))?");
    private static final Pattern SPARK_CLASS = Pattern.compile("\\[([A-Z][A-Z0-9_]*(?:\\.[A-Z][A-Z0-9_]*)*)\\]\\s.*");
    private static final Pattern LOST_TASK =
            Pattern.compile(".*Lost task .*? \\([^)]* executor [^)]*\\): (?:[\\w$]+\\.)+[\\w$]+: (.*)");

    /**
     * Returns the message about a Python exception.
     *
     * @param script the name of the user's script's file
     * @param words those of the clients that the run's version of Glue has on AWS
     */
    public static ErrorMessage of(PythonError error, String script, ServiceWords words) {
        Optional<PythonError.Place> place = error.places().stream()
                .filter(each -> each.file().endsWith("/" + script))
                .reduce((outer, inner) -> inner);
        if (ErrorCategory.SYNTAX_ERRORS.contains(error.type())) {
            return syntax(error);
        }
        String first = error.message().stream().findFirst().orElse("");
        if (error.type().equals(FROM_JAVA)) {
            return fromJava(first, error.message(), place.map(PythonError.Place::line), words);
        }
        return new ErrorMessage(
                ErrorCategory.ofPython(error.type(), first),
                sparkClass(first),
                place.map(PythonError.Place::line),
                joined(error.type(), first));
    }

    /** Returns the message about a failure that is no Python exception: a Scala job's, or the end of its process. */
    public static ErrorMessage of(RunOutcome.Failed failure) {
        String first = failure.reason().lines().findFirst().orElse("");
        if (failure.kind() == RunOutcome.Kind.OUT_OF_MEMORY) {
            return plain(ErrorCategory.OUT_OF_MEMORY, first);
        }
        Matcher java = JAVA.matcher(first);
        if (failure.kind() == RunOutcome.Kind.EXCEPTION && java.matches()) {
            String message = Optional.ofNullable(java.group(3)).orElse("");
            return new ErrorMessage(
                    ErrorCategory.ofJava(java.group(1), failure.reason()),
                    sparkClass(message),
                    Optional.empty(),
                    joined(java.group(2), message));
        }
        if (failure.kind() == RunOutcome.Kind.EXITED) {
            return plain(ErrorCategory.SYSTEM_EXIT, "SystemExit: " + failure.exitCode());
        }
        return plain(ErrorCategory.UNCLASSIFIED, first);
    }

    /** Returns the message about a script that Python cannot read. */
    private static ErrorMessage syntax(PythonError error) {
        String first = error.message().stream().findFirst().orElse("");
        String where = error.places().stream()
                .reduce((outer, inner) -> inner)
                .map(place -> " (" + place.file().substring(place.file().lastIndexOf('/') + 1) + ", line "
                        + place.line() + ")")
                .orElse("");
        return plain(ErrorCategory.SYNTAX, joined(error.type(), first + where));
    }

    /** Returns the message about an exception of Java's: the call, and the first line of what caused it. */
    private static ErrorMessage fromJava(
            String call, List<String> message, Optional<Integer> line, ServiceWords words) {
        List<String> causes = message.stream()
                .skip(1)
                .filter(each -> each.startsWith(": ") || each.startsWith(CAUSE))
                .map(each -> each.startsWith(CAUSE) ? each.substring(CAUSE.length()) : each.substring(2))
                .toList();
        String last = causes.isEmpty() ? "" : causes.get(causes.size() - 1);
        Matcher java = JAVA.matcher(last);
        String type = java.matches() ? java.group(1) : "";
        String said = java.matches() ? Optional.ofNullable(java.group(3)).orElse("") : last;
        Matcher task = LOST_TASK.matcher(said);
        String text = task.matches() ? task.group(1) : words.of(type, said);
        return new ErrorMessage(
                ErrorCategory.ofJava(type, String.join("\n", message)),
                sparkClass(text),
                line,
                text.isEmpty() ? call : call + " " + text);
    }

    private static ErrorMessage plain(ErrorCategory category, String text) {
        return new ErrorMessage(category, Optional.empty(), Optional.empty(), text);
    }

    private static Optional<String> sparkClass(String text) {
        Matcher matcher = SPARK_CLASS.matcher(text);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static String joined(String type, String text) {
        return text.isEmpty() ? type : type + ": " + text;
    }

    /** Returns the message as a run has it. */
    public String shown() {
        return "Error Category: " + category.text() + "; "
                + sparkClass.map(name -> "Spark Error Class: " + name + "; ").orElse("")
                + line.map(number -> "Failed Line Number: " + number + "; ").orElse("")
                + text;
    }
}
