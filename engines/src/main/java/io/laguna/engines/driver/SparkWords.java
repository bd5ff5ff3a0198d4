package io.laguna.engines.driver;

import io.laguna.engines.process.EngineFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The command lines of Spark's other commands, rewritten as those of {@code spark-submit}, as Spark's own scripts do.
 *
 * @see <a href="https://spark.apache.org/docs/3.5.5/submitting-applications.html">spark-submit</a>
 */
public final class SparkWords {
    static final String INTERNAL = "spark-internal";
    private static final String EXAMPLES = "org.apache.spark.examples.";

    private SparkWords() {}

    /**
     * Reads the words behind {@code spark-sql}: options of spark-submit may stand anywhere among its own.
     *
     * @throws EngineFailure for words that spark-submit would not understand
     */
    public static List<String> sql(List<String> arguments) {
        SubmitOptions read = SubmitOptions.among(arguments);
        return words(read, "io.laguna.engines.spark.SparkSql", read.application());
    }

    /**
     * Reads the words behind {@code spark-example}: options stand before the example's name.
     *
     * @throws EngineFailure when there is no name, or for words that spark-submit would not understand
     */
    public static List<String> example(List<String> arguments) {
        SubmitOptions read = SubmitOptions.of(arguments);
        List<String> behind = read.application();
        if (behind.isEmpty()) {
            throw new EngineFailure("spark-example needs the name of an example: SparkPi");
        }
        String name = behind.get(0);
        String mainClass = name.startsWith(EXAMPLES) ? name : EXAMPLES + name;
        return words(read, mainClass, behind.subList(1, behind.size()));
    }

    private static List<String> words(SubmitOptions read, String mainClass, List<String> arguments) {
        List<String> words = new ArrayList<>();
        read.options().stream().flatMap(SubmitOptions.Option::words).forEach(words::add);
        words.addAll(List.of("--class", mainClass, INTERNAL));
        return Stream.concat(words.stream(), arguments.stream()).toList();
    }
}
