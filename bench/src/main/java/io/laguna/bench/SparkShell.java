package io.laguna.bench;

import io.laguna.engines.process.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The command {@code java … SparkSubmit} as a user types it into a shell, on the lake that is up: no archive, no flags.
 */
record SparkShell(Workspace workspace) {
    /** Returns the words of spark-submit. */
    static List<String> words(Path jar, String mainClass, List<String> arguments) {
        List<String> words = new ArrayList<>(List.of("spark-submit", "--class", mainClass, jar.toString()));
        words.addAll(arguments);
        return words;
    }

    /** Returns the seconds from the shell's start to its end. */
    double run(String mainClass, List<String> arguments) throws IOException, InterruptedException {
        List<String> words = Stream.concat(
                        Stream.of("bash", "-c", ". docs/driver-environment.sh && driver \"$@\"", "driver", mainClass),
                        arguments.stream())
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
