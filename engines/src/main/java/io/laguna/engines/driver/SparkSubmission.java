package io.laguna.engines.driver;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A command line of {@code spark-submit}.
 *
 * @param name for people and for the files of its run: {@code clean-cases}
 * @param arguments what stands behind {@code spark-submit}: options, the application's jar or Python file (a path or an
 *     {@code s3://} URI), the application's own arguments
 * @param workingFolder the folder that relative paths of the job are in, made when it is not there; without one they are
 *     in a folder that is deleted when the job ends
 */
public record SparkSubmission(
        String name, List<String> arguments, JobEnvironment environment, Optional<Path> workingFolder) {
    public SparkSubmission {
        arguments = List.copyOf(arguments);
    }

    /** Creates a command line without a working folder of its own. */
    public SparkSubmission(String name, List<String> arguments, JobEnvironment environment) {
        this(name, arguments, environment, Optional.empty());
    }

    /** Returns this command line with a working folder. */
    public SparkSubmission in(Path folder) {
        return new SparkSubmission(name, arguments, environment, Optional.of(folder));
    }

    /** Returns the command line of an application in a jar on this machine. */
    public static SparkSubmission of(
            String name, Path jar, String mainClass, List<String> arguments, JobEnvironment environment) {
        List<String> words = new ArrayList<>(List.of("--name", name, "--class", mainClass, jar.toString()));
        words.addAll(arguments);
        return new SparkSubmission(name, words, environment);
    }
}
