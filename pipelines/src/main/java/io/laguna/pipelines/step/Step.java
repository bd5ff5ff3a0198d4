package io.laguna.pipelines.step;

import java.util.List;

/**
 * A Spark job of the pipeline.
 *
 * @param name for log files and messages: {@code clean-cases}
 * @param title what it does: {@code raw -> trusted}
 * @param mainClass the job's main class in the applications' jar
 * @param arguments the job's arguments, without secrets
 * @param jars what it needs beside the applications' jar
 */
public record Step(String name, String title, String mainClass, List<String> arguments, List<String> jars)
        implements Stage {
    public Step {
        arguments = List.copyOf(arguments);
        jars = List.copyOf(jars);
    }

    @Override
    public String kind() {
        return "step";
    }
}
