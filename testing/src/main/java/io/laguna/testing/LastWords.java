package io.laguna.testing;

import com.github.dockerjava.api.command.InspectContainerResponse;
import java.util.List;
import java.util.Optional;
import org.testcontainers.containers.ContainerState;

/**
 * The exit code and log of a container that did not start, kept because the container is removed, and its log with it.
 *
 * @param exitCode empty where it was still running
 * @param log the log's last lines
 */
record LastWords(Optional<Long> exitCode, String log) {
    /** Of a wrong option the reason comes first, and then more than fifty lines of usage. */
    private static final int LINES = 120;

    static LastWords of(ContainerState container) {
        InspectContainerResponse.ContainerState state =
                container.getCurrentContainerInfo().getState();
        List<String> log = container.getLogs().lines().toList();
        return new LastWords(
                Boolean.TRUE.equals(state.getRunning()) ? Optional.empty() : Optional.of(state.getExitCodeLong()),
                String.join("\n", log.subList(Math.max(0, log.size() - LINES), log.size())));
    }

    /**
     * Returns the exit code, or else the text about the condition that somebody waited for in vain, which says less;
     * and the log's end.
     */
    String orElse(String waitedFor) {
        return exitCode.map(code -> "it ended with exit code " + code).orElse(waitedFor) + "\nThe end of its log:\n"
                + log;
    }
}
