package io.laguna.engines.driver;

import io.laguna.engines.process.EngineFailure;
import io.laguna.engines.process.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A PySpark of this machine. Laguna brings none: the drivers' own is Spark 3.5, so any 3.5 will do.
 *
 * @param python the interpreter
 * @param paths what it has to import from
 */
record PySpark(String python, List<Path> paths) {
    private static final String WANTED = "3.5.";
    private static final Pattern VERSION = Pattern.compile("__version__[^=]*=\\s*[\"']([^\"']+)[\"']");

    /**
     * Returns the PySpark in {@code SPARK_HOME}, or else the one that {@code python3} imports.
     *
     * @param variables over those of this process: {@code SPARK_HOME}, {@code PYSPARK_PYTHON}
     * @throws EngineFailure when there is none, with what to install
     */
    static PySpark find(Map<String, String> variables) {
        String python = variable(variables, "PYSPARK_PYTHON").orElse("python3");
        Optional<Path> home = variable(variables, "SPARK_HOME").map(Path::of);
        Optional<Path> found = home.map(folder -> folder.resolve("python"))
                .filter(folder -> Files.isDirectory(folder.resolve("pyspark")))
                .or(() -> imported(python));
        Path folder = found.orElseThrow(() -> new EngineFailure("A Python job needs PySpark " + WANTED
                + "x, and there is none: SPARK_HOME "
                + home.map(path -> "(" + path + ") has no python/pyspark").orElse("is not set") + ", and " + python
                + " does not import pyspark. Install it: " + python
                + " -m pip install 'pyspark==" + WANTED + "*'"));
        String version = version(folder);
        if (!version.startsWith(WANTED)) {
            throw new EngineFailure("A Python job needs PySpark " + WANTED + "x, and the one in " + folder + " is "
                    + version + ". Install the other: " + python + " -m pip install 'pyspark==" + WANTED + "*'");
        }
        return new PySpark(
                python, Stream.concat(Stream.of(folder), zips(folder).stream()).toList());
    }

    /**
     * Returns the variables that make a driver use this PySpark.
     *
     * @param given the job's own variables; their {@code PYTHONPATH} is kept behind this one's
     */
    Map<String, String> variables(Map<String, String> given) {
        return Map.of(
                "PYSPARK_PYTHON",
                python,
                "PYTHONPATH",
                Stream.concat(paths.stream().map(Path::toString), variable(given, "PYTHONPATH").stream())
                        .collect(Collectors.joining(":")));
    }

    private static Optional<Path> imported(String python) {
        try {
            Tool.Result result = Tool.run(
                    List.of(python, "-c", "import os, pyspark; print(os.path.dirname(pyspark.__path__[0]))"), Map.of());
            return result.succeeded() ? Optional.of(Path.of(result.output().strip())) : Optional.empty();
        } catch (EngineFailure e) {
            return Optional.empty();
        }
    }

    private static String version(Path folder) {
        try {
            Matcher version = VERSION.matcher(Files.readString(folder.resolve("pyspark/version.py")));
            return version.find() ? version.group(1) : "unknown";
        } catch (IOException e) {
            return "unknown";
        }
    }

    /** Returns the archives of Py4J, which a Spark distribution carries as {@code python/lib/py4j-*-src.zip}. */
    private static List<Path> zips(Path folder) {
        Path lib = folder.resolve("lib");
        if (!Files.isDirectory(lib)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(lib)) {
            return files.filter(file -> file.getFileName().toString().matches("py4j-.*-src\\.zip"))
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static Optional<String> variable(Map<String, String> variables, String name) {
        return Optional.ofNullable(variables.get(name))
                .or(() -> Optional.ofNullable(System.getenv(name)))
                .filter(value -> !value.isBlank());
    }
}
