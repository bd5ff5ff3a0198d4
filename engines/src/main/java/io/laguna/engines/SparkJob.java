package io.laguna.engines;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What is handed to {@code spark-submit}.
 *
 * @param name for people and for the log files: {@code clean-cases}
 * @param jar the application's jar
 * @param mainClass its main class
 * @param arguments the application's own arguments
 * @param effort how much there is to do
 * @param environment added to the driver's environment; the place for secrets
 */
public record SparkJob(
        String name,
        Path jar,
        String mainClass,
        List<String> arguments,
        Effort effort,
        Map<String, String> environment) {
    public SparkJob {
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
    }
}
