package io.laguna.engines.spark;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.apache.spark.deploy.SparkHadoopUtil$;
import org.apache.spark.util.Utils;

/**
 * A driver's JVM that has done some Spark work before it is given its job, the words of one {@code spark-submit}. From
 * then on the JVM behaves like one that was started for these words: with the same main method, exit code and end.
 */
public final class WarmDriver {
    private static final String MAIN = "main";

    private WarmDriver() {}

    /**
     * Warms up, waits for the job, and becomes the job's driver.
     *
     * @param arguments the folder of the {@link Handover}, the rounds of the warm-up, whether there is a metastore
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Handover handover = new Handover(Path.of(arguments[0]));
        if (!warmUp(new WarmUp(Integer.parseInt(arguments[1]), Boolean.parseBoolean(arguments[2])))) {
            System.exit(1);
        }
        Optional<List<String>> job = handover.await();
        if (job.isPresent()) {
            // The folder that it works in may have been renamed.
            System.setProperty(
                    "user.dir", Path.of("/proc/self/cwd").toRealPath().toString());
            Driver.main(job.get().toArray(String[]::new));
        }
    }

    /**
     * Warms up in a thread of its own: thread-locals (Hive's session, Spark's active session) end with that thread.
     * Tells whether the warm-up succeeded.
     */
    private static boolean warmUp(WarmUp work) throws InterruptedException {
        Properties before = (Properties) System.getProperties().clone();
        boolean[] done = {false};
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                        done[0] = true;
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                "warm-up");
        thread.start();
        thread.join();
        System.setProperties(before);
        forgetConfiguration();
        boolean clean = IdleThreads.end() && nothingLeftRunning();
        deleteLeftovers(new File(System.getProperty("java.io.tmpdir")));
        // A garbage collection here is the last one before a job that may come much later: its memory goes back.
        System.gc();
        return done[0] && clean;
    }

    /**
     * Makes Spark forget its Hadoop configuration. Spark makes one SparkHadoopUtil per JVM, with the configuration of
     * the first job: the next job has to make its own.
     */
    private static void forgetConfiguration() {
        try {
            Field made = SparkHadoopUtil$.class.getDeclaredField("bitmap$0");
            made.setAccessible(true);
            made.setByte(SparkHadoopUtil$.MODULE$, (byte) 0);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("This is not the Spark that warm drivers are built for", e);
        }
    }

    /** Deletes the files that Spark deletes only when the JVM ends. Native libraries stay in use. */
    private static void deleteLeftovers(File scratch) {
        File[] left =
                scratch.listFiles(file -> file.isDirectory() || file.getName().startsWith("local-"));
        for (File file : left == null ? new File[0] : left) {
            Utils.deleteRecursively(file);
        }
    }

    /** Tells whether no thread is left that would keep the JVM alive after the job's end. */
    private static boolean nothingLeftRunning() {
        List<String> left = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !thread.isDaemon() && thread.isAlive())
                .map(Thread::getName)
                .filter(name -> !name.equals(MAIN) && !name.equals("DestroyJavaVM"))
                .toList();
        if (!left.isEmpty()) {
            System.err.println("The warm-up left threads: " + left);
        }
        return left.isEmpty();
    }
}
