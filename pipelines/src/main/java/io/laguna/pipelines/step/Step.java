package io.laguna.pipelines.step;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A Spark job of the pipeline.
 *
 * @param name for log files and messages: {@code clean-cases}
 * @param title what it does: {@code raw -> trusted}
 * @param mainClass the job's main class in the applications' jar
 * @param arguments the job's arguments, without secrets
 * @param jars what it needs beside the applications' jar
 * @param conf Spark properties of this job, which those of the profile come before
 */
public record Step(
        String name,
        String title,
        String mainClass,
        List<String> arguments,
        List<String> jars,
        SortedMap<String, String> conf)
        implements Stage {
    public Step {
        arguments = List.copyOf(arguments);
        jars = List.copyOf(jars);
        conf = new TreeMap<>(conf);
    }

    /** Creates a step with no Spark properties of its own. */
    public Step(String name, String title, String mainClass, List<String> arguments, List<String> jars) {
        this(name, title, mainClass, arguments, jars, new TreeMap<>());
    }

    /** Returns this step with another Spark property. */
    public Step with(String key, String value) {
        SortedMap<String, String> more = new TreeMap<>(conf);
        more.put(key, value);
        return new Step(name, title, mainClass, arguments, jars, more);
    }

    @Override
    public String kind() {
        return "step";
    }
}
