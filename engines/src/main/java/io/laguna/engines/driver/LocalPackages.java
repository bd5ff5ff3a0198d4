package io.laguna.engines.driver;

import io.laguna.engines.process.EngineFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The way in which {@code --packages} are taken from the Maven repository of this machine, and from nowhere else: a job
 * never downloads.
 */
final class LocalPackages {
    private static final String PACKAGES = "spark.jars.packages";
    private static final String OTHER_REPOSITORIES = "spark.jars.repositories";
    private static final String SETTINGS = "spark.jars.ivySettings";

    private LocalPackages() {}

    /**
     * Checks that the packages that a job names are here. Ivy looks up what those packages need.
     *
     * @param properties the job's and its environment's
     * @throws EngineFailure with the coordinates that are not here, or for a repository elsewhere
     */
    static void check(SubmitOptions options, Map<String, String> properties) {
        if (options.has("--repositories")
                || properties.containsKey(OTHER_REPOSITORIES)
                || properties.containsKey(SETTINGS)) {
            throw new EngineFailure(
                    "--repositories, " + SETTINGS + ": packages come from the Maven repository of this machine only ("
                            + repository() + "). Put them there, and leave this option away.");
        }
        List<String> missing = packages(options, properties)
                .filter(coordinates -> !isHere(coordinates))
                .toList();
        if (!missing.isEmpty()) {
            throw new EngineFailure("--packages: " + String.join(", ", missing)
                    + " is not in the Maven repository of this machine (" + repository() + "). Put it there:\n"
                    + missing.stream()
                            .map(coordinates -> "  mvn dependency:get -Dartifact=" + coordinates)
                            .collect(Collectors.joining("\n")));
        }
    }

    /**
     * Returns the properties that make Ivy look on this machine only, with Ivy's own folder in the run's scratch
     * folder.
     */
    static Map<String, String> ivy(SubmitOptions options, Map<String, String> properties, Path scratch) {
        if (packages(options, properties).findAny().isEmpty()) {
            return Map.of();
        }
        Path settings = scratch.resolve("ivysettings.xml");
        try {
            Files.writeString(
                    settings,
                    """
                    <ivysettings>
                      <settings defaultResolver="local"/>
                      <resolvers>
                        <ibiblio name="local" m2compatible="true" usepoms="true" root="%s"/>
                      </resolvers>
                    </ivysettings>
                    """
                            .formatted(repository().toUri()),
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + settings, e);
        }
        return Map.of(
                SETTINGS,
                settings.toString(),
                "spark.jars.ivy",
                scratch.resolve("ivy").toString());
    }

    private static Stream<String> packages(SubmitOptions options, Map<String, String> properties) {
        return options.value("--packages").or(() -> Optional.ofNullable(properties.get(PACKAGES))).stream()
                .flatMap(LocalPackages::coordinates);
    }

    /** Returns the packages of a list with commas. */
    static Stream<String> coordinates(String list) {
        return Arrays.stream(list.split(",")).map(String::strip).filter(coordinates -> !coordinates.isEmpty());
    }

    /**
     * Tells whether the Maven repository of this machine has a package.
     *
     * @throws EngineFailure for what is no groupId:artifactId:version
     */
    static boolean isHere(String coordinates) {
        String[] parts = coordinates.split("[:/]", -1);
        if (parts.length != 3) {
            throw new EngineFailure("--packages: " + coordinates + " is no groupId:artifactId:version.");
        }
        return Files.exists(repository()
                .resolve(parts[0].replace('.', '/'))
                .resolve(parts[1])
                .resolve(parts[2])
                .resolve(parts[1] + "-" + parts[2] + ".pom"));
    }

    private static Path repository() {
        String configured = System.getProperty("maven.repo.local", "");
        return configured.isEmpty()
                ? Path.of(System.getProperty("user.home"), ".m2", "repository")
                : Path.of(configured);
    }
}
