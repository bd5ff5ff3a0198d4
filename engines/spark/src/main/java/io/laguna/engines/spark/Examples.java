package io.laguna.engines.spark;

import java.util.List;

/** The examples of Spark that Laguna has, written anew: Spark's own jar of them is in no registry. */
final class Examples {
    private static final String PACKAGE = "org.apache.spark.examples.";
    private static final List<String> NAMES = List.of("SparkPi", "JavaSparkPi", "JavaWordCount");

    private Examples() {}

    /**
     * Returns the name of the class that the first word means, with or without its package.
     *
     * @throws IllegalArgumentException when there is no such example
     */
    static String mainClass(List<String> words) {
        if (words.isEmpty()) {
            throw new IllegalArgumentException("Which example? There are: " + String.join(", ", NAMES));
        }
        String name = words.get(0).startsWith(PACKAGE) ? words.get(0).substring(PACKAGE.length()) : words.get(0);
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException(
                    "The example " + name + " is not there. There are: " + String.join(", ", NAMES));
        }
        return PACKAGE + name;
    }
}
