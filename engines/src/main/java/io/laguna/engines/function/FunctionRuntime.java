package io.laguna.engines.function;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The program that runs the functions of a runtime.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html">Runtimes</a>
 */
public sealed interface FunctionRuntime permits PythonRuntime, NodeRuntime, JavaRuntime, ProvidedRuntime {
    /**
     * A program, and the variables that it has beside the function's own.
     *
     * @param words the program and its arguments
     */
    record Program(List<String> words, Map<String, String> variables) {}

    /** Returns the folder of the interpreter, where it has one of its own. */
    Optional<Path> language();

    /**
     * Returns the program that runs a function.
     *
     * @param here the folders on this machine
     * @param seen the folders as the program sees them
     * @param memory of the function, in bytes
     * @throws RuntimeMissingException when this machine does not have it
     * @throws EntryPointException when the function does not have one
     */
    Program program(FunctionFolders here, FunctionFolders seen, String handler, long memory);

    /** Returns how it differs from the one that the function names, which its log says. */
    Optional<String> note();
}
