package io.laguna.engines.function;

import io.laguna.engines.process.Tool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Functions in JavaScript, which the Node.js of this machine runs.
 *
 * @param node the program, where there is one
 * @param version what it calls its version: {@code v20.20.2}
 * @param release that the function names: {@code 20}
 */
record NodeRuntime(Optional<Path> node, String version, String release) implements FunctionRuntime {
    /** Returns the runtime with the Node.js that is found first on a path. */
    static NodeRuntime on(String path, String release) {
        Optional<Path> node = Stream.of(path.split(":", -1))
                .map(folder -> Path.of(folder, "node"))
                .filter(Files::isExecutable)
                .findFirst();
        String version = node.map(program -> Tool.run(List.of(program.toString(), "--version"), Map.of())
                        .output()
                        .strip())
                .orElse("");
        return new NodeRuntime(node, version, release);
    }

    @Override
    public Optional<Path> language() {
        return Optional.empty();
    }

    @Override
    public Program program(FunctionFolders here, FunctionFolders seen, String handler, long memory) {
        Path program = node.orElseThrow(
                () -> new RuntimeMissingException(
                        "Functions of nodejs" + release
                                + ".x need a program `node` on the PATH of Laguna, and there is none. Install Node.js, and start Laguna again."));
        String modules = String.join(
                ":",
                "/opt/nodejs/node" + release + "/node_modules",
                "/opt/nodejs/node_modules",
                seen.runtime().resolve("node_modules").toString(),
                seen.runtime().toString(),
                seen.task().toString());
        return new Program(
                List.of(
                        program.toString(),
                        seen.runtime().resolve("bootstrap.mjs").toString()),
                Map.of("NODE_PATH", modules));
    }

    @Override
    public Optional<String> note() {
        return version.isEmpty() || version.startsWith("v" + release + ".")
                ? Optional.empty()
                : Optional.of("The function names Node.js " + release + "; this machine runs it with " + version + ".");
    }
}
