package io.laguna.engines.function;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The folders of an environment.
 *
 * @param task the function's code, which is {@code /var/task} for it
 * @param layers the content of its layers, which is in {@code /opt}
 * @param runtime what runs it, which is {@code /var/runtime}
 * @param language the interpreter, which is {@code /var/lang}
 * @param own a folder of the environment alone
 */
public record FunctionFolders(Path task, Optional<Path> layers, Path runtime, Optional<Path> language, Path own) {
    /** Returns the folder that is {@code /tmp} for the function. */
    public Path temporary() {
        return own.resolve("tmp");
    }

    Path shadow() {
        return own.resolve("shadow");
    }

    Path output() {
        return own.resolve("output");
    }

    /** Returns the folders as a function sees them on AWS. */
    FunctionFolders onAws() {
        return new FunctionFolders(
                Path.of("/var/task"),
                layers.map(here -> Path.of("/opt")),
                Path.of("/var/runtime"),
                language.map(here -> Path.of("/var/lang")),
                own);
    }
}
