package io.laguna.pipelines.covid;

import java.util.List;
import java.util.Map;

/**
 * One Spark job of the pipeline.
 *
 * @param name for log files and messages: {@code clean-cases}
 * @param title what it does: {@code raw -> trusted}
 * @param mainClass the job's main class in the applications' jar
 * @param arguments the job's arguments
 * @param environment what it reads from its environment: secrets
 */
public record Step(
        String name, String title, String mainClass, List<String> arguments, Map<String, String> environment) {
    public Step {
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
    }

    /** Without the environment, which may hold secrets. */
    @Override
    public String toString() {
        return name + ": " + mainClass + " " + String.join(" ", arguments);
    }
}
