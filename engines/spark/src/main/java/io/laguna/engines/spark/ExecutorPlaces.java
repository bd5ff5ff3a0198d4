package io.laguna.engines.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.spark.SparkConf;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorAdded;
import scala.Option;

/**
 * A listener of a driver beside Laguna, which writes down where each executor has its logs: a line with the executor's
 * number and the page of its standard output at its node. Spark alone knows which container an executor is.
 */
public final class ExecutorPlaces extends SparkListener {
    /** The property that names the file. */
    static final String FILE = "spark.laguna.executors";

    private final Path file;

    /** Creates the listener; Spark does, by {@code spark.extraListeners}. */
    public ExecutorPlaces(SparkConf conf) {
        this.file = Path.of(conf.get(FILE));
    }

    @Override
    public void onExecutorAdded(SparkListenerExecutorAdded added) {
        Option<String> page = added.executorInfo().logUrlMap().get("stdout");
        if (page.isDefined()) {
            try {
                Files.writeString(
                        file,
                        added.executorId() + " " + page.get() + "\n",
                        StandardCharsets.UTF_8,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot write " + file, e);
            }
        }
    }
}
