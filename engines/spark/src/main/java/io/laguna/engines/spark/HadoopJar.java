package io.laguna.engines.spark;

import java.util.Arrays;
import org.apache.hadoop.util.RunJar;

/** The program {@code hadoop jar}, which knows the jars that every node of EMR has. */
public final class HadoopJar {
    private static final String COPY = "(?:file:(?://)?)?/usr/share/aws/emr/s3-dist-cp/lib/s3-dist-cp[-\\w.]*\\.jar";

    private HadoopJar() {}

    /** Runs the main class of a jar, as Hadoop does. */
    public static void main(String[] arguments) throws Throwable {
        if (arguments.length > 0 && arguments[0].matches(COPY)) {
            S3DistCp.main(Arrays.copyOfRange(arguments, 1, arguments.length));
            return;
        }
        String[] words = arguments.clone();
        if (words.length > 0) {
            words[0] = NodeFiles.read().here(words[0]).replaceFirst("^file:(//)?", "");
        }
        RunJar.main(words);
    }
}
