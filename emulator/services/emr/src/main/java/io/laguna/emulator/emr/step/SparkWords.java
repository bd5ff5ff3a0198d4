package io.laguna.emulator.emr.step;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The command lines of Spark's other commands as {@code spark-submit}'s, which is what Spark's own scripts make of them.
 *
 * @see <a href="https://spark.apache.org/docs/3.5.5/submitting-applications.html">spark-submit</a>
 */
final class SparkWords {
    private static final String INTERNAL = "spark-internal";

    /** Those of {@code SparkSubmitOptionParser} that take a value. */
    private static final Set<String> VALUED = Set.of(
            "--archives",
            "--class",
            "--conf",
            "-c",
            "--deploy-mode",
            "--driver-class-path",
            "--driver-cores",
            "--driver-java-options",
            "--driver-library-path",
            "--driver-memory",
            "--executor-cores",
            "--executor-memory",
            "--exclude-packages",
            "--files",
            "--jars",
            "--keytab",
            "--master",
            "--name",
            "--num-executors",
            "--packages",
            "--principal",
            "--properties-file",
            "--proxy-user",
            "--py-files",
            "--queue",
            "--repositories",
            "--total-executor-cores");

    private static final Set<String> FLAGS = Set.of("--supervise", "--verbose");

    private SparkWords() {}

    /** {@code spark-sql}: options of spark-submit may stand anywhere among its own. */
    static List<String> sql(List<String> arguments) {
        List<String> before = new ArrayList<>();
        List<String> behind = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            String word = arguments.get(i);
            if (VALUED.contains(word) && i + 1 < arguments.size()) {
                before.add(word);
                before.add(arguments.get(++i));
            } else if (isOption(word)) {
                before.add(word);
            } else {
                behind.add(word);
            }
        }
        return words(before, "io.laguna.engines.spark.SparkSql", behind);
    }

    /**
     * {@code spark-example NAME …}: options stand before the name.
     *
     * @throws IllegalArgumentException when there is no name
     */
    static List<String> example(List<String> arguments) {
        List<String> before = new ArrayList<>();
        int at = 0;
        while (at < arguments.size() && arguments.get(at).startsWith("-")) {
            String word = arguments.get(at++);
            before.add(word);
            if (VALUED.contains(word) && at < arguments.size()) {
                before.add(arguments.get(at++));
            }
        }
        if (at == arguments.size()) {
            throw new IllegalArgumentException("spark-example needs the name of an example: SparkPi");
        }
        String name = arguments.get(at);
        String mainClass = name.startsWith("org.apache.spark.examples.") ? name : "org.apache.spark.examples." + name;
        return words(before, mainClass, arguments.subList(at + 1, arguments.size()));
    }

    private static boolean isOption(String word) {
        int equals = word.indexOf('=');
        return FLAGS.contains(word) || (equals > 0 && VALUED.contains(word.substring(0, equals)));
    }

    private static List<String> words(List<String> options, String mainClass, List<String> arguments) {
        List<String> words = new ArrayList<>(options);
        words.addAll(List.of("--class", mainClass, INTERNAL));
        words.addAll(arguments);
        return words;
    }
}
