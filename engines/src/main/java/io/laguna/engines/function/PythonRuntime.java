package io.laguna.engines.function;

import io.laguna.engines.driver.Python;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Functions in Python, which Laguna's own Python runs with the packages that it has, boto3 among them.
 *
 * @param release that the function names: {@code 3.12}
 */
record PythonRuntime(Python python, String release) implements FunctionRuntime {
    private static final String OURS = "3.11";

    @Override
    public Optional<Path> language() {
        return Optional.of(python.folder());
    }

    @Override
    public Program program(FunctionFolders here, FunctionFolders seen, String handler, long memory) {
        if (!python.isBuilt()) {
            throw new RuntimeMissingException("Functions in Python need Laguna's Python. " + python.reason());
        }
        Path language = seen.language().orElseThrow();
        Map<String, String> variables = new HashMap<>();
        variables.put("PYTHONPATH", seen.runtime().toString());
        variables.put("PYTHONDONTWRITEBYTECODE", "1");
        variables.put("PYTHONUNBUFFERED", "1");
        return new Program(
                List.of(
                        language.resolve("bin/python3").toString(),
                        seen.runtime().resolve("bootstrap.py").toString()),
                variables);
    }

    @Override
    public Optional<String> note() {
        return release.equals(OURS)
                ? Optional.empty()
                : Optional.of(
                        "The function names Python " + release + "; Laguna runs it with its Python " + OURS + ".");
    }
}
