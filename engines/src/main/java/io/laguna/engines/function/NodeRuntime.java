package io.laguna.engines.function;

import io.laguna.engines.process.Tool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Functions in JavaScript, which the Node.js of this machine runs.
 *
 * @param node the program, where there is one
 * @param version what it calls its version: {@code v20.20.2}
 * @param release that the function names: {@code 20}
 * @param packages that the function need not bring
 */
record NodeRuntime(Optional<Path> node, String version, String release, JavaScriptPackages packages)
        implements FunctionRuntime {
    /** The first release with version 3 of the AWS SDK; those before it had version 2. */
    private static final int FIRST_WITH_PACKAGES = 18;

    /** The variable that tells the bootstrap why there is no AWS SDK. */
    private static final String REFUSAL = "LAGUNA_SDK_REFUSAL";

    /** Returns the runtime with the Node.js that is found first on a path. */
    static NodeRuntime on(String path, String release, JavaScriptPackages packages) {
        Optional<Path> node = Stream.of(path.split(":", -1))
                .map(folder -> Path.of(folder, "node"))
                .filter(Files::isExecutable)
                .findFirst();
        String version = node.map(program -> Tool.run(List.of(program.toString(), "--version"), Map.of())
                        .output()
                        .strip())
                .orElse("");
        return new NodeRuntime(node, version, release, packages);
    }

    @Override
    public Optional<Path> language() {
        return hasPackages() && packages.areBuilt() ? Optional.of(packages.folder()) : Optional.empty();
    }

    @Override
    public Program program(FunctionFolders here, FunctionFolders seen, String handler, long memory) {
        Path program = node.orElseThrow(
                () -> new RuntimeMissingException(
                        "Functions of nodejs" + release
                                + ".x need a program `node` on the PATH of Laguna, and there is none. Install Node.js, and start Laguna again."));
        Map<String, String> variables = new HashMap<>();
        variables.put("NODE_PATH", path(seen));
        if (hasPackages() && seen.language().isEmpty()) {
            variables.put(REFUSAL, packages.reason());
        }
        return new Program(
                List.of(
                        program.toString(),
                        seen.runtime().resolve("bootstrap.mjs").toString()),
                variables);
    }

    /** Returns the folders of packages, in AWS's order: those of layers before the runtime's. */
    private String path(FunctionFolders seen) {
        Path layers = seen.layers().orElse(Path.of("/opt")).resolve("nodejs");
        return Stream.of(
                        layers.resolve("node" + release + "/node_modules"),
                        layers.resolve("node_modules"),
                        seen.language().orElse(seen.runtime()).resolve("node_modules"),
                        seen.runtime(),
                        seen.task())
                .map(Path::toString)
                .collect(Collectors.joining(":"));
    }

    private boolean hasPackages() {
        return Integer.parseInt(release) >= FIRST_WITH_PACKAGES;
    }

    @Override
    public Optional<String> note() {
        return version.isEmpty() || version.startsWith("v" + release + ".")
                ? Optional.empty()
                : Optional.of("The function names Node.js " + release + "; this machine runs it with " + version + ".");
    }
}
