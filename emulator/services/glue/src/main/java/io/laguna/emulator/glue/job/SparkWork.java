package io.laguna.emulator.glue.job;

import io.laguna.engines.driver.GlueRuntime;
import io.laguna.engines.driver.JobEnvironment;
import io.laguna.engines.driver.SparkSubmission;
import io.laguna.engines.process.EngineFailure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The submission to Spark that a run of a Spark job is. */
record SparkWork(RunSettings settings, RunRecord run, Arguments arguments, GlueRuntime runtime, String token) {
    private static final String PAUSE = "job-bookmark-pause";
    private static final String ENABLE = "job-bookmark-enable";

    /** The jars of {@code --datalake-formats}, by their paths on a node of EMR. */
    private static final Map<String, List<String>> FORMATS = Map.of(
            "iceberg", List.of("/usr/share/aws/iceberg/lib/iceberg-spark3-runtime.jar"),
            "delta", List.of("/usr/share/aws/delta/lib/delta-spark.jar", "/usr/share/aws/delta/lib/delta-storage.jar"),
            "hudi", List.of("/usr/lib/hudi/hudi-spark-bundle.jar"));

    /** The jars of {@code --datalake-formats} that hold a Python library too: {@code delta.tables}. */
    private static final Map<String, String> PYTHON = Map.of("delta", "/usr/share/aws/delta/lib/delta-spark.jar");

    /** Whoever lists a folder that a job has written finds its files alone, as on AWS: scripts rename the first one. */
    private static final Map<String, String> FILES_ALONE = Map.of(
            "spark.hadoop.mapreduce.fileoutputcommitter.marksuccessfuljobs", "false",
            "spark.hadoop.fs.s3a.directory.marker.retention", "delete");

    /** The main class of jobs in Scala: it compiles the script, and runs the class that the job names. */
    private static final String SCALA_LAUNCHER = "io.laguna.glue.launch.ScalaJob";

    static boolean isScala(Arguments arguments) {
        return arguments
                .value(Parameter.LANGUAGE)
                .filter(language -> language.equalsIgnoreCase("scala"))
                .isPresent();
    }

    /** Tells whether a run reads and writes bookmarks. */
    static boolean hasBookmark(Arguments arguments) {
        return arguments
                .value(Parameter.BOOKMARK)
                .filter(option -> option.equals(ENABLE) || option.equals(PAUSE))
                .isPresent();
    }

    /**
     * Returns the submission.
     *
     * @param runner of the script, if that is Python's
     * @param home the home of the run's Python, which has its modules; empty where it has none
     * @throws EngineFailure for a parameter that cannot be read, in Glue's words
     */
    SparkSubmission submission(Path runner, Path script, Optional<Path> home) {
        boolean scala = isScala(arguments);
        List<String> words = new ArrayList<>(List.of("--name", run.key().name()));
        words.addAll(List.of("--jars", jars(scala)));
        words.addAll(List.of("--py-files", pythonFiles()));
        option(words, "--files", arguments.list(Parameter.EXTRA_FILES));
        option(words, "--executor-cores", arguments.list(Parameter.EXECUTOR_CORES));
        conf().forEach(pair -> words.addAll(List.of("--conf", pair)));
        if (scala) {
            String main = arguments
                    .value(Parameter.CLASS)
                    .orElseThrow(() -> new EngineFailure("A Scala job needs --class, the name of its object."));
            words.addAll(
                    List.of("--class", SCALA_LAUNCHER, runtime.jars().get(0).toString(), script.toString(), main));
        } else {
            words.addAll(List.of(runner.toString(), script.toString()));
        }
        words.addAll(arguments.words(run));
        return new SparkSubmission(run.id(), words, environment(home));
    }

    private JobEnvironment environment(Optional<Path> home) {
        Map<String, String> spark = new HashMap<>(FILES_ALONE);
        Map<String, String> variables = new HashMap<>(pairs(Parameter.DRIVER_VARIABLES));
        pairs(Parameter.EXECUTOR_VARIABLES).forEach((name, value) -> spark.put("spark.executorEnv." + name, value));
        if (hasBookmark(arguments)) {
            spark.put("spark.glue.bookmark.url", settings.bookmarks() + run.id());
            variables.put("GLUE_BOOKMARK_TOKEN", token);
        }
        JobEnvironment environment = new JobEnvironment(Optional.empty(), Map.of(), spark, variables)
                .in(run.key().region())
                .withJars(formats())
                .withFilesForDriver();
        return home.map(environment::at).orElse(environment);
    }

    private String jars(boolean scala) {
        return Stream.of(
                        runtime.jars().stream().map(Path::toString),
                        scala ? runtime.compiler().stream().map(Path::toString) : Stream.<String>empty(),
                        arguments.list(Parameter.EXTRA_JARS).stream())
                .flatMap(part -> part)
                .collect(Collectors.joining(","));
    }

    private String pythonFiles() {
        return Stream.of(
                        Stream.of(runtime.python().toString()),
                        arguments.pythonFiles().stream(),
                        arguments.list(Parameter.FORMATS).stream()
                                .flatMap(format -> Optional.ofNullable(PYTHON.get(format)).stream()))
                .flatMap(part -> part)
                .collect(Collectors.joining(","));
    }

    private List<String> conf() {
        List<String> conf = new ArrayList<>();
        if (arguments.isTrue(Parameter.USER_JARS_FIRST)) {
            conf.add("spark.driver.userClassPathFirst=true");
            conf.add("spark.executor.userClassPathFirst=true");
        }
        for (String pair : arguments.conf()) {
            if (pair.indexOf('=') < 1) {
                throw new EngineFailure(
                        "Invalid input to --conf: " + pair + " is no key=value." + " Please refer logs for details.");
            }
            conf.add(pair);
        }
        return conf;
    }

    private List<String> formats() {
        return arguments.list(Parameter.FORMATS).stream()
                .flatMap(format -> Optional.ofNullable(FORMATS.get(format))
                        .orElseThrow(() -> new EngineFailure("Invalid input to --datalake-formats: " + format
                                + " is none of hudi, delta, iceberg. Please refer logs for details."))
                        .stream())
                .toList();
    }

    /** Returns the variables of a parameter: {@code CUSTOMER_A=1,CUSTOMER_B=2}. */
    private Map<String, String> pairs(Parameter parameter) {
        Map<String, String> pairs = new HashMap<>();
        for (String pair : arguments.list(parameter)) {
            int equals = pair.indexOf('=');
            if (!pair.startsWith("CUSTOMER_") || equals < 0) {
                throw new EngineFailure("Invalid input to " + parameter.text() + ": " + pair
                        + " is no CUSTOMER_name=value. Please refer logs for details.");
            }
            String value = pair.substring(equals + 1);
            pairs.put(pair.substring(0, equals), value.replaceAll("^\"(.*)\"$", "$1"));
        }
        return pairs;
    }

    private static void option(List<String> words, String name, List<String> values) {
        if (!values.isEmpty()) {
            words.addAll(List.of(name, String.join(",", values)));
        }
    }
}
