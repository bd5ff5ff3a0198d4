package io.laguna.engines.driver;

import io.laguna.engines.yarn.YarnApplication;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The end of a driver on the cluster, as YARN tells it. */
final class YarnOutcome {
    /** The diagnostics of a driver that is a Python script: YARN knows its exit code alone. */
    private static final String OF_A_SCRIPT = "User application exited with";

    private YarnOutcome() {}

    /**
     * Returns the outcome of the driver in an application that has ended; 1 is the exit code of its spark-submit.
     *
     * @param output gives the last lines that a driver has printed, where a script's traceback is
     */
    static RunOutcome of(YarnApplication application, Function<YarnApplication, List<String>> output) {
        return switch (application.finalStatus()) {
            case "SUCCEEDED" -> new RunOutcome.Succeeded();
            case "KILLED" -> new RunOutcome.Failed(RunOutcome.Kind.KILLED, 1, application.id() + " was killed on YARN");
            default -> traceback(application, output)
                    .map(python -> new RunOutcome.Failed(RunOutcome.Kind.EXCEPTION, 1, python.text(), python.brief()))
                    .orElseGet(() -> new RunOutcome.Failed(RunOutcome.Kind.EXCEPTION, 1, reason(application)));
        };
    }

    private static Optional<PythonFailure> traceback(
            YarnApplication application, Function<YarnApplication, List<String>> output) {
        return application.diagnostics().contains(OF_A_SCRIPT)
                ? PythonFailure.in(output.apply(application))
                : Optional.empty();
    }

    /** Returns an application's diagnostics without the frames of stack traces. */
    private static String reason(YarnApplication application) {
        String spoken = String.join(
                "\n", LastWords.spoken(application.diagnostics().lines().toList()));
        if (spoken.isEmpty()) {
            return application.id() + " ended as " + application.state() + " and said nothing";
        }
        return spoken.contains(OF_A_SCRIPT)
                ? spoken + "\nIts traceback is in the output of the driver's container: containers/" + application.id()
                        + "/…_000001/stdout.gz beside the logs of the steps, some seconds after the end"
                : spoken;
    }
}
