package io.laguna.engines.function;

import java.util.List;
import java.util.Map;

/**
 * The command that an environment runs.
 *
 * @param words the program and its arguments
 * @param variables of the process, the function's own among them
 * @param memory how many bytes it may use
 */
public record FunctionCommand(List<String> words, Map<String, String> variables, FunctionFolders folders, long memory) {
    /** Returns the command without its variables, which may hold secrets. */
    @Override
    public String toString() {
        return words.toString();
    }
}
