package io.laguna.engines.function;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Functions in Java, which AWS's own runtime client runs in this Java.
 *
 * @param jars of the runtime client
 * @param release that the function names: {@code 11}
 */
record JavaRuntime(List<Path> jars, String release) implements FunctionRuntime {
    private static final String MAIN = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";
    private static final String OURS = "17";

    /** The share of the memory that the heap may have, in percent. */
    private static final long HEAP = 85;

    JavaRuntime {
        jars = List.copyOf(jars);
    }

    @Override
    public Optional<Path> language() {
        return Optional.empty();
    }

    @Override
    public Program program(FunctionFolders here, FunctionFolders seen, String handler, long memory) {
        String path = jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        return new Program(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-XX:MaxHeapSize=" + memory * HEAP / 100,
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xshare:auto",
                        "-cp",
                        path,
                        MAIN,
                        handler),
                Map.of());
    }

    @Override
    public Optional<String> note() {
        return release.equals(OURS)
                ? Optional.empty()
                : Optional.of("The function names Java " + release + "; Laguna runs it with Java " + OURS + ".");
    }
}
