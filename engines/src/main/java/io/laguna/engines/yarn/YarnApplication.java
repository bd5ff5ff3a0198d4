package io.laguna.engines.yarn;

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

    public boolean hasEnded() {
        return ENDED.contains(state);
    }
}
