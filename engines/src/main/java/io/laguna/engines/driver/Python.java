package io.laguna.engines.driver;

import io.laguna.engines.certificate.SystemCertificates;
import io.laguna.engines.process.EngineFailure;
import io.laguna.engines.process.Workspace;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The Python of jobs: CPython 3.11 with PySpark and the packages that EMR's and Glue's images have. The build makes it
 * ({@code engines/python/install}), unless no package index was reached.
 *
 * @param engine {@code engines/python}
 */
public record Python(Path engine) {
    /** The interpreters of EMR's releases, by their paths on a node. */
    private static final Pattern ON_A_NODE = Pattern.compile("(?:/usr(?:/local)?/bin/)?python(?:3(?:\\.\\d+)?)?");

    private static final List<String> VARIABLES = List.of("PYSPARK_PYTHON", "PYSPARK_DRIVER_PYTHON");
    private static final List<String> PROPERTIES = List.of(
            "spark.pyspark.python",
            "spark.pyspark.driver.python",
            "spark.executorEnv.PYSPARK_PYTHON",
            "spark.yarn.appMasterEnv.PYSPARK_PYTHON",
            "spark.yarn.appMasterEnv.PYSPARK_DRIVER_PYTHON");

    /** The variable that tells the programs of {@code engines/spark/bin} why there is no Python. */
    private static final String REFUSAL = "LAGUNA_PYTHON_REFUSAL";

    /** The names under {@code /usr/bin} by which EMR's releases have their interpreters. */
    static final List<String> INTERPRETERS = List.of(
            "python", "python3", "python3.6", "python3.7", "python3.8", "python3.9", "python3.10", "python3.11");

    /** The names of the programs that install packages. */
    static final List<String> INSTALLERS = List.of("pip", "pip3", "pip3.7", "pip3.9", "pip3.11");

    /** PySpark, as YARN gives it to containers. */
    private static final List<String> ARCHIVES = List.of("pyspark.zip", "py4j-0.10.9.7-src.zip");

    /** Returns the Python of an installation. */
    public static Python of(Workspace workspace) {
        return new Python(workspace.home().resolve("engines/python"));
    }

    /** Returns the folder of the interpreter and its packages. */
    public Path folder() {
        return engine.resolve("target/python");
    }

    /** Returns what Spark's own programs and PySpark know as {@code SPARK_HOME}. */
    Path sparkHome() {
        return folder().resolve("spark");
    }

    Path bin() {
        return folder().resolve("bin");
    }

    /** Tells whether it is there. */
    public boolean isBuilt() {
        return Files.exists(folder().resolve("made-of"));
    }

    /**
     * Checks that it was built.
     *
     * @throws EngineFailure when it was not, with the reason and the command that mends it
     */
    void require() {
        if (!isBuilt()) {
            throw new EngineFailure(refusal());
        }
    }

    private String refusal() {
        return "A Python job needs Laguna's Python. " + reason();
    }

    /** Returns why it is not there, with the command that mends it. */
    public String reason() {
        try {
            return Files.readString(engine.resolve("target/refusal")).strip();
        } catch (IOException e) {
            return "It is not built. This builds it: " + engine.resolve("install");
        }
    }

    /**
     * Returns the variables by which programs find it, and install packages for their own cluster alone.
     *
     * @param home the home of the program
     */
    Map<String, String> variables(Path home) {
        if (!isBuilt()) {
            return Map.of(REFUSAL, refusal());
        }
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("SPARK_HOME", sparkHome().toString());
        // On a cluster every node has them where they are here: a submit uploads none.
        variables.put(
                "PYSPARK_ARCHIVES_PATH",
                ARCHIVES.stream()
                        .map(name ->
                                "local:" + sparkHome().resolve("python/lib").resolve(name))
                        .collect(Collectors.joining(",")));
        variables.put("PYTHONUSERBASE", home.resolve(".local").toString());
        SystemCertificates.file().ifPresent(file -> variables.put(SystemCertificates.VARIABLE, file.toString()));
        return variables;
    }

    /**
     * Makes the folder of a home that packages are installed into. An interpreter that starts looks for packages there only
     * if it is there already, so that a script which installs a package could not import it.
     */
    void makeUserSite(Path home) {
        if (!isBuilt()) {
            return;
        }
        Path packages = home.resolve(".local/lib/python3.11/site-packages");
        try {
            Files.createDirectories(packages);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make " + packages, e);
        }
    }

    /**
     * Returns the folders of a {@code PATH} with those of Python's programs before them.
     *
     * @param home the home of the program, where packages have their own programs
     */
    String path(String path, Path home) {
        return isBuilt()
                ? String.join(File.pathSeparator, home.resolve(".local/bin").toString(), bin().toString(), path)
                : path;
    }

    /**
     * Returns the value of a Spark property: this interpreter where the property names one of a node.
     *
     * @param key {@code spark.pyspark.python}, for example
     */
    String property(String key, String value) {
        return PROPERTIES.contains(key) && isOurs(value)
                ? bin().resolve("python3").toString()
                : value;
    }

    /** Removes the variables that name an interpreter of a node, which is the one that a job has without them. */
    void settle(Map<String, String> variables) {
        VARIABLES.forEach(name -> {
            if (isOurs(variables.getOrDefault(name, ""))) {
                variables.remove(name);
            }
        });
    }

    private boolean isOurs(String interpreter) {
        return isBuilt() && ON_A_NODE.matcher(interpreter).matches();
    }

    /** Returns its programs and Spark's home by their places on a node. */
    Map<String, Path> links() {
        Map<String, Path> links = new LinkedHashMap<>();
        if (isBuilt()) {
            INTERPRETERS.forEach(name -> links.put("/usr/bin/" + name, bin().resolve("python3")));
            INSTALLERS.forEach(name -> links.put("/usr/bin/" + name, bin().resolve("pip3")));
            links.put("/usr/bin/aws", bin().resolve("aws"));
            // A virtual environment that was made on a node looks for the rest of /usr/bin/python3 there.
            links.put("/usr/lib/python3.11", folder().resolve("lib/python3.11"));
            links.put("/usr/lib/spark/python", sparkHome().resolve("python"));
            links.put("/usr/lib/spark/data", sparkHome().resolve("data"));
            links.put("/usr/lib/spark/examples/src", sparkHome().resolve("examples/src"));
        }
        return links;
    }
}
