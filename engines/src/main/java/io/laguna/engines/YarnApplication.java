package io.laguna.engines;

import java.util.Set;

/**
 * An application of YARN.
 *
 * @param id {@code application_1763740000000_0001}
 * @param state {@code ACCEPTED}, {@code RUNNING}, {@code FINISHED}, {@code FAILED}, {@code KILLED} …
 * @param finalStatus the application's own word: {@code UNDEFINED} while it runs, {@code SUCCEEDED}, {@code FAILED},
 *     {@code KILLED}
 * @param diagnostics why it ended, or what it waits for
 */
public record YarnApplication(String id, String state, String finalStatus, String diagnostics) {
    private static final Set<String> ENDED = Set.of("FINISHED", "FAILED", "KILLED");

    boolean hasEnded() {
        return ENDED.contains(state);
    }

    /** How the driver in it ended; 1 is the exit code that its spark-submit would have had. */
    RunOutcome outcome() {
        return switch (finalStatus) {
            case "SUCCEEDED" -> new RunOutcome.Succeeded();
            case "KILLED" -> new RunOutcome.Failed(RunOutcome.Kind.KILLED, 1, id + " was killed on YARN");
            default -> new RunOutcome.Failed(RunOutcome.Kind.EXCEPTION, 1, reason());
        };
    }

    /** Its diagnostics without the frames of stack traces. */
    String reason() {
        String spoken = diagnostics
                .lines()
                .filter(line -> !line.isBlank() && !FailureReason.isFrame(line))
                .reduce((all, line) -> all + "\n" + line)
                .orElse("");
        return spoken.isEmpty() ? id + " ended as " + state + " and said nothing" : spoken;
    }
}
