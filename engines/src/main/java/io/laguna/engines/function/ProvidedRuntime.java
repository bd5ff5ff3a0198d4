package io.laguna.engines.function;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Functions that bring their runtime: a program {@code bootstrap} in their code or in a layer.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-custom.html">Custom runtimes</a>
 */
record ProvidedRuntime() implements FunctionRuntime {
    private static final String NAME = "bootstrap";

    @Override
    public Optional<Path> language() {
        return Optional.empty();
    }

    @Override
    public Program program(FunctionFolders here, FunctionFolders seen, String handler, long memory) {
        if (Files.exists(here.task().resolve(NAME))) {
            return program(here.task().resolve(NAME), seen.task().resolve(NAME));
        }
        Optional<Path> layer = here.layers().map(folder -> folder.resolve(NAME)).filter(Files::exists);
        if (layer.isPresent()) {
            return program(layer.get(), seen.layers().orElseThrow().resolve(NAME));
        }
        throw new EntryPointException("Couldn't find valid bootstrap(s): [/var/task/bootstrap /opt/bootstrap]");
    }

    private static Program program(Path here, Path seen) {
        if (!Files.isExecutable(here)) {
            throw new EntryPointException("fork/exec " + seen + ": permission denied");
        }
        return new Program(List.of(seen.toString()), Map.of());
    }

    @Override
    public Optional<String> note() {
        return Optional.empty();
    }
}
