package io.laguna.engines.spark;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.util.RunJar;

/** The program {@code hadoop jar}, which knows the jars that every node of EMR has. */
public final class HadoopJar {
    private static final String COPY = "(?:file:(?://)?)?/usr/share/aws/emr/s3-dist-cp/lib/s3-dist-cp[-\\w.]*\\.jar";

    /** The options whose files the local runner would look for in the default file system, which is HDFS. */
    private static final List<String> TAKEN_ALONG =
            List.of("-files", "-archives", "-libjars", "-cacheFile", "-cacheArchive");

    private HadoopJar() {}

    /** Runs the main class of a jar, as Hadoop does. */
    public static void main(String[] arguments) throws Throwable {
        if (arguments.length > 0 && arguments[0].matches(COPY)) {
            S3DistCp.main(Arrays.copyOfRange(arguments, 1, arguments.length));
            return;
        }
        if (DriverJvm.isOnYarn()
                && isStreaming(arguments)
                && Stream.of(arguments).anyMatch(TAKEN_ALONG::contains)) {
            System.err.println(
                    "hadoop-streaming: on this cluster MapReduce runs in one JVM, which cannot take files along ("
                            + String.join(", ", TAKEN_ALONG)
                            + "): give a mapper and a reducer that are on the cluster's image");
            System.exit(1);
        }
        String[] words = arguments.clone();
        if (words.length > 0) {
            words[0] = NodeFiles.read().here(words[0]).replaceFirst("^file:(//)?", "");
        }
        RunJar.main(words);
    }

    private static boolean isStreaming(String[] arguments) {
        return arguments.length > 0 && arguments[0].matches(".*/hadoop-streaming[-\\w.*]*\\.jar");
    }
}
