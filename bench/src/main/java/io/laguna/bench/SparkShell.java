package io.laguna.bench;

import io.laguna.engines.process.Workspace;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * The command {@code java … SparkSubmit} as a user types it into a shell, on the lake that is up: no archive, no flags.
 */
record SparkShell(Workspace workspace) {
    /** Returns the seconds from the shell's start to its end, for the words behind spark-submit. */
    double run(List<String> submitted) throws IOException, InterruptedException {
        List<String> words = Stream.concat(
                        Stream.of("bash", "-c", ". docs/driver-environment.sh && submit \"$@\"", "submit"),
                        submitted.stream())
                .toList();
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(workspace.home().toFile())
                .redirectErrorStream(true)
                .redirectOutput(workspace.log("plain").toFile());
        builder.environment().put("LAGUNA_LAKE", workspace.state().getParent().toString());
        long begun = System.nanoTime();
        int exitCode = builder.start().waitFor();
        if (exitCode != 0) {
            throw new IllegalStateException("Exit code " + exitCode + ": see " + workspace.log("plain"));
        }
        return (System.nanoTime() - begun) / 1e9;
    }
}
