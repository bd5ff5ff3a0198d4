package io.laguna.engines.driver;

import io.laguna.engines.yarn.YarnApplication;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The end of a driver on the cluster, as YARN tells it. */
final class YarnOutcome {
    /** The diagnostics of a driver that is a Python script: YARN knows its exit code alone. */
    private static final Pattern OF_A_SCRIPT = Pattern.compile("User application exited with status (\\d+)");

    /** The diagnostics of a driver's container that has ended without a word to YARN: {@code exitCode: 13}. */
    private static final Pattern OF_A_CONTAINER =
            Pattern.compile("AM Container for \\S+ exited with +exitCode: (\\d+)");

    /** The line behind which YARN quotes the end of a container's standard error, and the line that ends the quotation. */
    private static final String QUOTED = "Last 4096 bytes of stderr :";

    private static final Pattern UNQUOTED = Pattern.compile("\\[\\d{4}-\\d\\d-\\d\\d .*|For more detailed output.*");

    /** The exit code of a spark-submit whose driver has failed on the cluster. */
    private static final int FAILED = 1;

    private YarnOutcome() {}

    /**
     * Returns the outcome of the driver in an application that has ended.
     *
     * @param output gives the last lines that a driver has printed, where a script's traceback is; nothing when nobody
     *     has them
     */
    static RunOutcome of(YarnApplication application, Function<YarnApplication, Optional<List<String>>> output) {
        return switch (application.finalStatus()) {
            case "SUCCEEDED" -> new RunOutcome.Succeeded();
            case "KILLED" -> new RunOutcome.Failed(
                    RunOutcome.Kind.KILLED, FAILED, application.id() + " was killed on YARN");
            default -> script(application, output)
                    .or(() -> container(application.diagnostics()))
                    .orElseGet(() -> new RunOutcome.Failed(RunOutcome.Kind.EXCEPTION, FAILED, reason(application)));
        };
    }

    /** Returns the failure of a Python script, as it would be told of one beside Laguna, where its output is known. */
    private static Optional<RunOutcome.Failed> script(
            YarnApplication application, Function<YarnApplication, Optional<List<String>>> output) {
        Matcher exited = OF_A_SCRIPT.matcher(application.diagnostics());
        if (!exited.find()) {
            return Optional.empty();
        }
        return output.apply(application)
                .map(lines -> new FailureReason(lines, List.of()).of(Integer.parseInt(exited.group(1))));
    }

    /** Returns the failure of a driver that did not speak to YARN, from the end of its standard error. */
    private static Optional<RunOutcome.Failed> container(String diagnostics) {
        Matcher exited = OF_A_CONTAINER.matcher(diagnostics);
        List<String> quoted = diagnostics
                .lines()
                .dropWhile(line -> !line.equals(QUOTED))
                .skip(1)
                .takeWhile(line -> !UNQUOTED.matcher(line).matches())
                .toList();
        return exited.find() && !LastWords.spoken(quoted).isEmpty()
                ? Optional.of(new FailureReason(List.of(), quoted).of(Integer.parseInt(exited.group(1))))
                : Optional.empty();
    }

    /** Returns an application's diagnostics without the frames of stack traces. */
    private static String reason(YarnApplication application) {
        String spoken = String.join(
                "\n", LastWords.spoken(application.diagnostics().lines().toList()));
        if (spoken.isEmpty()) {
            return application.id() + " ended as " + application.state() + " and said nothing";
        }
        return OF_A_SCRIPT.matcher(spoken).find()
                ? spoken + "\nIts traceback is in the output of the driver's container: containers/" + application.id()
                        + "/…_000001/stdout.gz beside the logs of the steps, some seconds after the end"
                : spoken;
    }
}
