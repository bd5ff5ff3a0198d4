package io.laguna.engines.process;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** The search for the JDK of an engine that needs a later one than Laguna. */
public final class LaterJava {
    private static final List<Path> USUAL_PLACES = List.of(
            Path.of("/usr/lib/jvm"),
            Path.of("/opt/java"),
            Path.of("/opt"),
            Path.of(System.getProperty("user.home"), ".sdkman/candidates/java"),
            Path.of(System.getProperty("user.home"), ".jdks"),
            // Where engines/jdk/home puts what it fetches.
            Path.of(System.getProperty("user.home"), ".local/share/laguna/tools"));

    private LaterJava() {}

    /**
     * Returns the {@code java} of the JDK that a variable names, or that is found elsewhere.
     *
     * @param engine the engine's name, for messages
     * @param release the oldest that will do
     * @param variable of the environment, which wins over {@code JAVA_HOME} and the usual places
     * @throws EngineFailure when there is none, with what to do
     */
    public static Path find(String engine, int release, String variable, Map<String, String> environment) {
        Optional<Path> named = home(environment, variable);
        if (named.isPresent()) {
            Path home = named.get();
            if (release(home) < release) {
                throw new EngineFailure(variable + " is " + home + ", which is no JDK " + release
                        + " or later. Set it to one, or unset it to have one looked for.");
            }
            return java(home);
        }
        List<Path> candidates = new ArrayList<>();
        home(environment, "JAVA_HOME").ifPresent(candidates::add);
        USUAL_PLACES.forEach(place -> candidates.addAll(folders(place)));
        return candidates.stream()
                .filter(home -> release(home) >= release)
                .findFirst()
                .map(LaterJava::java)
                .orElseThrow(() -> new EngineFailure(engine + " needs a JDK " + release
                        + " or later beside Laguna's own, and none was found in JAVA_HOME, " + text(USUAL_PLACES)
                        + ". Install one (https://adoptium.net), or set " + variable + " to it. In a checkout of Laguna"
                        + " engines/jdk/home " + release + " fetches one."));
    }

    private static Optional<Path> home(Map<String, String> environment, String variable) {
        return Optional.ofNullable(environment.get(variable))
                .filter(value -> !value.isBlank())
                .map(Path::of);
    }

    private static Path java(Path home) {
        return home.resolve("bin/java");
    }

    /** Returns the release of a JDK, from the file that every JDK has beside its folders; 0 where there is no JDK. */
    private static int release(Path home) {
        Path file = home.resolve("release");
        if (!Files.isExecutable(java(home)) || !Files.isReadable(file)) {
            return 0;
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
        String version = properties.getProperty("JAVA_VERSION", "").replace("\"", "");
        return version.isEmpty() ? 0 : Runtime.Version.parse(version).feature();
    }

    private static List<Path> folders(Path place) {
        if (!Files.isDirectory(place)) {
            return List.of();
        }
        List<Path> folders = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(place, Files::isDirectory)) {
            entries.forEach(folders::add);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + place, e);
        }
        folders.sort(null);
        return folders;
    }

    private static String text(List<Path> places) {
        return String.join(", ", places.stream().map(Path::toString).toList());
    }
}
