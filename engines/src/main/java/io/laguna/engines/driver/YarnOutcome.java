package io.laguna.engines.driver;

import io.laguna.engines.yarn.YarnApplication;

/** The end of a driver on the cluster, as YARN tells it. */
final class YarnOutcome {
    private YarnOutcome() {}

    /** Returns the outcome of the driver in an application that has ended; 1 is the exit code of its spark-submit. */
    static RunOutcome of(YarnApplication application) {
        return switch (application.finalStatus()) {
            case "SUCCEEDED" -> new RunOutcome.Succeeded();
            case "KILLED" -> new RunOutcome.Failed(RunOutcome.Kind.KILLED, 1, application.id() + " was killed on YARN");
            default -> new RunOutcome.Failed(RunOutcome.Kind.EXCEPTION, 1, reason(application));
        };
    }

    /** Returns an application's diagnostics without the frames of stack traces. */
    private static String reason(YarnApplication application) {
        String spoken = application
                .diagnostics()
                .lines()
                .filter(line -> !line.isBlank() && !JavaFailure.isFrame(line))
                .reduce((all, line) -> all + "\n" + line)
                .orElse("");
        return spoken.isEmpty() ? application.id() + " ended as " + application.state() + " and said nothing" : spoken;
    }
}
