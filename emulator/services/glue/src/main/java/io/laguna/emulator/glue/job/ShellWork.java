package io.laguna.emulator.glue.job;

import io.laguna.engines.driver.Command;
import io.laguna.engines.driver.GlueRuntime;
import io.laguna.engines.driver.JobEnvironment;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The program that a run of a Python shell job is: Python alone, without Spark.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/add-job-python.html">Python shell jobs</a>
 */
record ShellWork(RunSettings settings, RunRecord run, Arguments arguments, GlueRuntime runtime) {
    /**
     * Fetches the job's own libraries, and returns the entries of Python's path for them.
     *
     * @param folder where they are put
     */
    List<String> fetch(Path folder) {
        List<String> path = new ArrayList<>();
        for (String location : arguments.pythonFiles()) {
            S3Files.Place place = S3Files.Place.of(location);
            Path file = folder.resolve(place.name());
            settings.files().fetch(place, file);
            path.add((place.name().endsWith(".py") ? folder : file)
                    .toAbsolutePath()
                    .toString());
        }
        for (String location : arguments.list(Parameter.EXTRA_FILES)) {
            S3Files.Place place = S3Files.Place.of(location);
            settings.files().fetch(place, folder.resolveSibling("work").resolve(place.name()));
        }
        return path;
    }

    /** Returns the program. */
    Command command(Path script, List<String> path, Optional<Path> home, Path workingFolder) {
        List<String> words = new ArrayList<>(List.of("python3", script.toString()));
        words.addAll(arguments.words(run));
        String entries = Stream.concat(Stream.of(runtime.python().toString()), path.stream())
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
        JobEnvironment environment = new JobEnvironment(
                        Optional.empty(), Map.of(), Map.of(), Map.of("PYTHONPATH", entries, "PYTHONUNBUFFERED", "1"))
                .in(run.key().region());
        return new Command(run.id(), words, home.map(environment::at).orElse(environment), workingFolder);
    }
}
