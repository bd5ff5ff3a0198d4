package io.laguna.engines.driver;

import java.nio.file.Path;
import java.util.List;

/**
 * A program that runs as on a node of a cluster: Spark's and Hadoop's commands are on its path, configured for the lake
 * and the environment, and AWS clients find the endpoint.
 *
 * @param name for people and for the files of its run
 * @param words the program and its arguments: {@code hadoop, fs, -ls, hdfs:///}
 * @param workingFolder where it runs; made when it is not there
 */
public record Command(String name, List<String> words, JobEnvironment environment, Path workingFolder) {
    public Command {
        words = List.copyOf(words);
    }
}
