package io.laguna.engines.driver;

import io.laguna.engines.process.EngineFailure;
import io.laguna.engines.yarn.ContainerLogs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The outputs of a run's executors on YARN. Their nodes have them; {@link #bring} brings them into the run's folder, as
 * {@code executors/1/stdout} and {@code executors/1/stderr}. A run with all its tasks in the driver's JVM has none.
 *
 * @param folder the run's
 */
public record ExecutorLogs(ContainerLogs logs, Path folder) {
    static final String LISTENERS = "spark.extraListeners";
    private static final String PLACES = "spark.laguna.executors";

    /** The properties of a driver beside Laguna, by which it writes down where its executors are. */
    static final Set<String> PROPERTIES = Set.of(LISTENERS, PLACES);

    /** The number of an executor and the page of its log. */
    private static final Pattern LINE = Pattern.compile("\\d+ \\S+");

    private static final List<String> FILES = List.of("stdout", "stderr");

    /**
     * The files of one executor, each of which may not be there.
     *
     * @param number Spark's id of the executor: {@code 1}
     */
    public record Executor(String number, Path stdout, Path stderr) {}

    /** Returns {@link #PROPERTIES} for the run that keeps its files in a folder. */
    static Map<String, String> properties(Path folder) {
        return Map.of(
                LISTENERS,
                "io.laguna.engines.spark.ExecutorPlaces",
                PLACES,
                places(folder).toAbsolutePath().toString());
    }

    private static Path places(Path folder) {
        return folder.resolve("executors.list");
    }

    /**
     * Brings what the executors have written since the last time, and returns all that there have been. A log that its
     * node does not give now comes with a later call.
     */
    public List<Executor> bring() {
        List<Executor> executors = new ArrayList<>();
        for (String line : lines()) {
            String[] words = line.split(" ", 2);
            Path files = folder.resolve("executors").resolve(words[0]);
            for (String name : FILES) {
                try {
                    Files.createDirectories(files);
                    logs.bring(words[1], name, files.resolve(name));
                } catch (EngineFailure e) {
                    // The node is gone, or its container has just begun.
                } catch (IOException e) {
                    throw new UncheckedIOException("Cannot write into " + files, e);
                }
            }
            executors.add(new Executor(words[0], files.resolve("stdout"), files.resolve("stderr")));
        }
        return List.copyOf(executors);
    }

    /** Returns the lines that the driver has written so far: its program can write there too, and whatever it likes. */
    private List<String> lines() {
        Path file = places(folder);
        try {
            if (!Files.exists(file)) {
                return List.of();
            }
            String text = Files.readString(file);
            return text.substring(0, text.lastIndexOf('\n') + 1)
                    .lines()
                    .filter(line -> LINE.matcher(line).matches())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }
}
