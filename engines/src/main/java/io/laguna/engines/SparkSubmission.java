package io.laguna.engines;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A command line of {@code spark-submit}.
 *
 * @param name for people and for the files of its run: {@code clean-cases}
 * @param arguments what stands behind {@code spark-submit}: options, the application's jar or Python file (a path or an
 *     {@code s3://} URI), the application's own arguments
 */
public record SparkSubmission(String name, List<String> arguments, JobEnvironment environment) {
    public SparkSubmission {
        arguments = List.copyOf(arguments);
    }

    /** An application in a jar on this machine. */
    public static SparkSubmission of(
            String name, Path jar, String mainClass, List<String> arguments, JobEnvironment environment) {
        List<String> words = new ArrayList<>(List.of("--name", name, "--class", mainClass, jar.toString()));
        words.addAll(arguments);
        return new SparkSubmission(name, words, environment);
    }
}
