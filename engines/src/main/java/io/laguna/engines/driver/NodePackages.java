package io.laguna.engines.driver;

import io.laguna.engines.process.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The packages of {@code --packages} that this installation has in a version of its own. A package names the Spark that
 * its release of EMR has, and every release runs on one Spark here, so a job is given the version for that Spark. The exact
 * version is taken where the Maven repository of this machine has it.
 *
 * @see <a href="https://spark.apache.org/docs/3.5.5/submitting-applications.html#advanced-dependency-management">Advanced
 *     Dependency Management</a>
 */
record NodePackages(Workspace workspace) {
    private static final String CONF = "--conf";
    private static final String PACKAGES = "--packages";
    private static final String PROPERTY = "spark.jars.packages";
    private static final String LIBRARIES = "--py-files";
    private static final String LIBRARIES_PROPERTY = "spark.submit.pyFiles";
    /** The property that a driver prints first. */
    private static final String NOTES = "spark.laguna.notes";

    private static final String SCALA = "_2.12";

    /**
     * A package under the names that it has had.
     *
     * @param names an expression for groupId:artifactId
     * @param artifacts those that are here for it, by groupId:artifactId
     */
    private record Known(Pattern names, List<String> artifacts) {
        Known(String names, String... artifacts) {
            this(Pattern.compile(names), List.of(artifacts));
        }
    }

    private static final List<Known> KNOWN = List.of(
            // The name until Delta 3.
            new Known(
                    "io\\.delta:delta-(core|spark)_2\\.1\\d", "io.delta:delta-spark" + SCALA, "io.delta:delta-storage"),
            new Known(
                    "org\\.apache\\.iceberg:iceberg-(spark3-runtime|spark-runtime-3\\.\\d_2\\.1\\d)",
                    "org.apache.iceberg:iceberg-spark-runtime-3.5" + SCALA),
            new Known(
                    "org\\.apache\\.hudi:hudi-spark(3(\\.\\d)?)?-bundle_2\\.1\\d",
                    "org.apache.hudi:hudi-spark3.5-bundle" + SCALA),
            new Known("org\\.apache\\.spark:spark-avro_2\\.1\\d", "org.apache.spark:spark-avro" + SCALA),
            // What Iceberg needs of it is on Spark's class path, as on EMR.
            new Known(
                    "software\\.amazon\\.awssdk:(bundle|url-connection-client)|org\\.apache\\.iceberg:iceberg-aws-bundle",
                    "software.amazon.awssdk:s3"),
            new Known("mysql:mysql-connector-java", "com.mysql:mysql-connector-j"));

    /**
     * The artefacts that are taken in the place of packages.
     *
     * @param others the packages that are not here, for Ivy
     * @param jars that the job needs beyond Spark's class path
     * @param notes what a job's log says, a sentence for each package
     */
    private record Taken(List<String> others, List<String> jars, List<String> notes) {}

    /**
     * Rewrites a submission: what is here is a jar of its environment, and a Python library where the job is Python's, as
     * with the packages that Ivy brings. The job's log tells of it.
     *
     * @throws io.laguna.engines.process.EngineFailure for words that spark-submit would not understand
     */
    SparkSubmission in(SparkSubmission submission) {
        SubmitOptions options = SubmitOptions.of(submission.arguments());
        JobEnvironment environment = submission.environment();
        Taken taken = options.value(PACKAGES)
                .or(() -> Optional.ofNullable(options.properties().get(PROPERTY)))
                .or(() -> Optional.ofNullable(environment.spark().get(PROPERTY)))
                .map(this::take)
                .orElse(new Taken(List.of(), List.of(), List.of()));
        if (taken.notes().isEmpty()) {
            return submission;
        }
        boolean libraries = !taken.jars().isEmpty()
                && options.application().stream()
                        .findFirst()
                        .filter(name -> name.endsWith(".py"))
                        .isPresent();
        List<String> words = new ArrayList<>();
        options.options().stream()
                .filter(option -> !isReplaced(option, libraries))
                .flatMap(SubmitOptions.Option::words)
                .forEach(words::add);
        if (!taken.others().isEmpty()) {
            words.addAll(List.of(PACKAGES, String.join(",", taken.others())));
        }
        if (libraries) {
            words.addAll(List.of(
                    LIBRARIES,
                    Stream.concat(own(options, environment).stream(), taken.jars().stream())
                            .collect(Collectors.joining(","))));
        }
        words.addAll(List.of(CONF, NOTES + "=" + String.join(" ", taken.notes())));
        words.addAll(options.application());
        Map<String, String> spark = new HashMap<>(environment.spark());
        spark.remove(PROPERTY);
        List<String> jars = new ArrayList<>(environment.jars());
        jars.addAll(taken.jars());
        return new SparkSubmission(
                submission.name(), words, environment.onlyWithSpark(spark).withJars(jars), submission.workingFolder());
    }

    private static boolean isReplaced(SubmitOptions.Option option, boolean libraries) {
        return switch (option.name()) {
            case PACKAGES -> true;
            case LIBRARIES -> libraries;
            case CONF -> option.value()
                    .filter(pair -> pair.startsWith(PROPERTY + "="))
                    .isPresent();
            default -> false;
        };
    }

    private static Optional<String> own(SubmitOptions options, JobEnvironment environment) {
        return options.value(LIBRARIES)
                .or(() -> Optional.ofNullable(options.properties().get(LIBRARIES_PROPERTY)))
                .or(() -> Optional.ofNullable(environment.spark().get(LIBRARIES_PROPERTY)));
    }

    private Taken take(String list) {
        List<String> others = new ArrayList<>();
        Set<String> jars = new LinkedHashSet<>();
        List<String> notes = new ArrayList<>();
        for (String coordinates : LocalPackages.coordinates(list).toList()) {
            List<Path> found = LocalPackages.isHere(coordinates) ? List.of() : find(coordinates);
            if (found.isEmpty()) {
                others.add(coordinates);
            } else {
                notes.add(coordinates + " is " + found.get(0).getFileName() + " here.");
                found.stream()
                        .filter(jar -> jars("spark").noneMatch(jar::equals))
                        .forEach(jar -> jars.add(jar.toString()));
            }
        }
        return new Taken(others, List.copyOf(jars), notes);
    }

    private List<Path> find(String coordinates) {
        int version = coordinates.lastIndexOf(':');
        String name = version < 0 ? coordinates : coordinates.substring(0, version);
        List<String> artifacts = KNOWN.stream()
                .filter(known -> known.names().matcher(name).matches())
                .findFirst()
                .map(Known::artifacts)
                .orElse(List.of(name));
        List<Path> found =
                artifacts.stream().flatMap(artifact -> jar(artifact).stream()).toList();
        return found.size() == artifacts.size() ? found : List.of();
    }

    /** Finds a jar by its folder, which Maven names after its coordinates. */
    private Optional<Path> jar(String artifact) {
        int colon = artifact.indexOf(':');
        if (colon < 0) {
            return Optional.empty();
        }
        String folder =
                "/" + artifact.substring(0, colon).replace('.', '/') + "/" + artifact.substring(colon + 1) + "/";
        return Stream.of("node", "spark")
                .flatMap(this::jars)
                .filter(jar -> jar.toString().contains(folder))
                .findFirst();
    }

    private Stream<Path> jars(String engine) {
        return Files.exists(workspace.engineBuild(engine).resolve("classpath"))
                ? workspace.jars(engine).stream()
                : Stream.of();
    }
}
