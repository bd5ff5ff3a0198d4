package io.laguna.engines.spark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.deploy.SparkSubmit;

/** The main class of a driver: {@code SparkSubmit}, in a working folder like that of a container. */
public final class Driver {
    private Driver() {}

    /**
     * Runs a job.
     *
     * @param words SparkSubmit's
     */
    public static void main(String[] words) throws IOException {
        SubmitWords read = new SubmitWords(List.of(words), false, new NodeFiles(Map.of(), List.of()));
        if (read.isLocal()) {
            ContainerFiles.fetch(read, Path.of("").toAbsolutePath());
        }
        SparkSubmit.main(words);
    }
}
