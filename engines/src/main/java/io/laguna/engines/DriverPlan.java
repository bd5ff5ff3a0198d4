package io.laguna.engines;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How a {@code spark-submit} is run in one JVM of this machine: as on a cluster, but {@code yarn} is {@code local[*]} and
 * the driver is the process that SparkSubmit runs in.
 *
 * @param words for SparkSubmit's main
 * @param memory of the JVM
 * @param javaOptions that the job asks for
 * @param classPath ahead of Spark's
 * @param libraryPath of native libraries
 * @param variables exported to the JVM, beside the lake's
 * @param effort what the JVM spends on compiling, when the job says so
 * @param isPlain whether any JVM of the settings' size will do, so that one which is ready may take it
 */
record DriverPlan(
        List<String> words,
        MemorySize memory,
        List<String> javaOptions,
        List<String> classPath,
        Optional<String> libraryPath,
        Map<String, String> variables,
        Optional<Effort> effort,
        boolean isPlain) {
    /** Unknown to Spark and harmless there: {@code brief} or {@code long}. */
    private static final String EFFORT = "spark.laguna.effort";

    private static final Set<String> OURS = Set.of("--master", "--deploy-mode");
    private static final Set<String> OUR_PROPERTIES = Set.of("spark.master", "spark.submit.deployMode");

    /**
     * Plans a run.
     *
     * @param own properties that hold where neither the job nor its environment says otherwise
     * @param scratch a folder for the run's own files
     * @throws EngineFailure when this machine cannot run it, with what to do
     */
    static DriverPlan of(SparkSubmission submission, DriverSettings settings, Map<String, String> own, Path scratch) {
        JobEnvironment environment = submission.environment();
        SubmitOptions options = SubmitOptions.of(submission.arguments());
        Map<String, String> file = options.fileProperties();
        Map<String, String> all = new HashMap<>(environment.spark());
        all.putAll(file);
        all.putAll(options.properties());
        LocalPackages.check(options, all);
        Map<String, String> under = new LinkedHashMap<>(own);
        under.putAll(LocalPackages.ivy(options, all, scratch));
        under.putAll(environment.spark());
        environment.hadoopProperties().forEach((key, value) -> under.put("spark.hadoop." + key, value));
        under.keySet().removeAll(file.keySet());

        Map<String, String> variables = new HashMap<>(environment.variables());
        boolean python = isPython(options);
        if (python) {
            variables.putAll(PySpark.find(variables).variables(variables));
        }
        MemorySize usual = MemorySize.of(settings.memory());
        MemorySize memory = option(options, "--driver-memory", all, "spark.driver.memory")
                .map(MemorySize::of)
                .orElse(usual);
        List<String> javaOptions = new ArrayList<>();
        Optional.ofNullable(all.get("spark.driver.defaultJavaOptions"))
                .ifPresent(text -> javaOptions.addAll(ShellWords.split(text)));
        option(options, "--driver-java-options", all, "spark.driver.extraJavaOptions")
                .ifPresent(text -> javaOptions.addAll(ShellWords.split(text)));
        List<String> classPath = option(options, "--driver-class-path", all, "spark.driver.extraClassPath").stream()
                .toList();
        Optional<String> libraryPath = option(options, "--driver-library-path", all, "spark.driver.extraLibraryPath");
        Optional<Effort> effort = Optional.ofNullable(all.get(EFFORT)).map(Effort::of);
        boolean isPlain = environment.variables().isEmpty()
                && !python
                && memory.equals(usual)
                && javaOptions.isEmpty()
                && classPath.isEmpty()
                && libraryPath.isEmpty()
                && effort.isEmpty();
        return new DriverPlan(
                words(options, under, master(options, all)),
                memory,
                javaOptions,
                classPath,
                libraryPath,
                variables,
                effort,
                isPlain);
    }

    private static List<String> words(SubmitOptions options, Map<String, String> under, String master) {
        Map<String, String> properties = new LinkedHashMap<>(under);
        properties.putAll(options.properties());
        properties.keySet().removeAll(OUR_PROPERTIES);
        List<String> words = new ArrayList<>(List.of("--master", master, "--deploy-mode", "client"));
        properties.forEach((key, value) -> words.addAll(List.of("--conf", key + "=" + value)));
        options.options().stream()
                .filter(option -> !OURS.contains(option.name()))
                .flatMap(SubmitOptions.Option::words)
                .forEach(words::add);
        words.addAll(options.application());
        return words;
    }

    private static String master(SubmitOptions options, Map<String, String> all) {
        String wanted = option(options, "--master", all, "spark.master").orElse("yarn");
        if (wanted.startsWith("yarn")) {
            return "local[*]";
        }
        if (wanted.startsWith("local")) {
            return wanted;
        }
        throw new EngineFailure("--master " + wanted
                + ": a job runs in one JVM of this machine. Leave --master away, or give yarn or local[n].");
    }

    private static boolean isPython(SubmitOptions options) {
        Optional<String> application = options.application().stream().findFirst();
        if (application
                .filter(name -> name.endsWith(".R") || name.endsWith(".r"))
                .isPresent()) {
            throw new EngineFailure(application.get() + ": SparkR is not here. Jobs are in jars or Python files.");
        }
        return options.has("--py-files")
                || application.filter(name -> name.endsWith(".py")).isPresent();
    }

    private static Optional<String> option(
            SubmitOptions options, String name, Map<String, String> properties, String property) {
        return Stream.concat(options.value(name).stream(), Optional.ofNullable(properties.get(property)).stream())
                .findFirst();
    }
}
