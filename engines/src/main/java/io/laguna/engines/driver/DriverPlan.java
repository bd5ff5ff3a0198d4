package io.laguna.engines.driver;

import io.laguna.engines.process.EngineFailure;
import io.laguna.engines.process.ShellWords;
import io.laguna.engines.yarn.YarnJob;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The way in which one JVM of this machine runs a {@code spark-submit}. The JVM is the driver's own, unless
 * {@link Placement} has the driver on a cluster.
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
    /**
     * The property for the job's {@link Effort}: {@code brief} or {@code long}. Spark does not know it and ignores it.
     */
    private static final String EFFORT = "spark.laguna.effort";

    private static final String MASTER_VARIABLE = "spark.yarn.appMasterEnv.";

    private static final String TAGS = "spark.yarn.tags";

    /** The heap of a JVM that hands a job to the cluster and waits. */
    private static final MemorySize SUBMITS_ONLY = MemorySize.of("512m");

    private static final Set<String> OURS = Set.of("--master", "--deploy-mode", "--conf");
    private static final Set<String> OUR_PROPERTIES = Set.of("spark.master", "spark.submit.deployMode");

    /**
     * Plans a run.
     *
     * @param python runs the job's Python, if it has some
     * @param yarn what the run is on the cluster, where there is one
     * @param own properties that hold where neither the job nor its environment says otherwise
     * @param scratch a folder for the run's own files
     * @throws EngineFailure when this machine cannot run it, with what to do
     */
    static DriverPlan of(
            SparkSubmission submission,
            DriverSettings settings,
            Python python,
            Optional<YarnJob> yarn,
            Map<String, String> own,
            Path scratch) {
        JobEnvironment environment = submission.environment();
        SubmitOptions options = SubmitOptions.of(submission.arguments());
        Map<String, String> file =
                options.fileProperties(submission.workingFolder().orElse(scratch));
        Map<String, String> all = new HashMap<>(environment.spark());
        all.putAll(file);
        Map<String, String> conf = options.properties();
        all.putAll(conf);
        LocalPackages.check(options, all);
        String mode =
                option(options, "--deploy-mode", all, "spark.submit.deployMode").orElse("client");
        Placement placement =
                Placement.of(option(options, "--master", all, "spark.master").orElse("yarn"), mode, yarn.isPresent());
        Map<String, String> under = new LinkedHashMap<>(own);
        if (placement.isDetached()) {
            under.keySet().removeAll(ExecutorLogs.PROPERTIES);
        }
        Optional<String> ours = Optional.ofNullable(under.get(ExecutorLogs.LISTENERS));
        under.putAll(LocalPackages.ivy(options, all, scratch));
        if (yarn.isPresent() && placement.isOnYarn()) {
            under.putAll(environment.containers());
        }
        under.putAll(environment.spark());
        environment.hadoopProperties().forEach((key, value) -> under.put("spark.hadoop." + key, value));
        under.keySet().removeAll(file.keySet());
        Map<String, String> over = new LinkedHashMap<>(conf);
        under.replaceAll(python::property);
        over.replaceAll(python::property);
        ours.ifPresent(listeners -> Optional.ofNullable(all.get(ExecutorLogs.LISTENERS))
                .ifPresent(theirs -> over.put(ExecutorLogs.LISTENERS, theirs + "," + listeners)));
        yarn.filter(job -> placement.isOnYarn())
                .ifPresent(job -> over.put(TAGS, tags(job, placement, Optional.ofNullable(all.get(TAGS)))));

        Map<String, String> variables = new HashMap<>(environment.variables());
        if (mode.equals("cluster") && !placement.isDetached()) {
            variables.putAll(masterVariables(all));
        }
        python.settle(variables);
        if (isPython(options)) {
            python.require();
        }
        List<String> words = words(options, under, over, placement);
        if (placement.isDetached()) {
            return new DriverPlan(
                    words, SUBMITS_ONLY, List.of(), List.of(), Optional.empty(), variables, Optional.empty(), false);
        }
        MemorySize usual = MemorySize.of(settings.memory());
        MemorySize memory = option(options, "--driver-memory", all, "spark.driver.memory")
                .map(MemorySize::of)
                .orElse(usual);
        List<String> javaOptions = new ArrayList<>();
        Optional.ofNullable(all.get("spark.driver.defaultJavaOptions"))
                .ifPresent(text -> javaOptions.addAll(ShellWords.split("spark.driver.defaultJavaOptions", text)));
        option(options, "--driver-java-options", all, "spark.driver.extraJavaOptions")
                .ifPresent(text -> javaOptions.addAll(ShellWords.split("--driver-java-options", text)));
        List<String> classPath = option(options, "--driver-class-path", all, "spark.driver.extraClassPath").stream()
                .toList();
        Optional<String> libraryPath = option(options, "--driver-library-path", all, "spark.driver.extraLibraryPath");
        Optional<Effort> effort = Optional.ofNullable(all.get(EFFORT)).map(Effort::of);
        boolean isPlain = variables.isEmpty()
                && memory.equals(usual)
                && javaOptions.isEmpty()
                && classPath.isEmpty()
                && libraryPath.isEmpty()
                && effort.isEmpty();
        return new DriverPlan(words, memory, javaOptions, classPath, libraryPath, variables, effort, isPlain);
    }

    /** Returns the variables that YARN would give the container of a driver in cluster mode. */
    private static Map<String, String> masterVariables(Map<String, String> properties) {
        return properties.entrySet().stream()
                .filter(property -> property.getKey().startsWith(MASTER_VARIABLE))
                .collect(Collectors.toMap(
                        property -> property.getKey().substring(MASTER_VARIABLE.length()), Map.Entry::getValue));
    }

    private static String tags(YarnJob job, Placement placement, Optional<String> own) {
        Stream<String> ours = placement.isDetached() ? Stream.of(job.tag(), job.detachedTag()) : Stream.of(job.tag());
        return Stream.concat(own.stream(), ours).collect(Collectors.joining(","));
    }

    private static List<String> words(
            SubmitOptions options, Map<String, String> under, Map<String, String> over, Placement placement) {
        Map<String, String> properties = new LinkedHashMap<>(under);
        properties.putAll(over);
        properties.keySet().removeAll(OUR_PROPERTIES);
        List<String> words = new ArrayList<>(placement.words());
        properties.forEach((key, value) -> words.addAll(List.of("--conf", key + "=" + value)));
        options.options().stream()
                .filter(option -> !OURS.contains(option.name()))
                .flatMap(SubmitOptions.Option::words)
                .forEach(words::add);
        words.addAll(options.application());
        return words;
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
