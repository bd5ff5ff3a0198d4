package org.apache.spark.examples;

/** The first example everybody runs. */
public final class SparkPi {
    private SparkPi() {}

    /** As {@link JavaSparkPi}. */
    public static void main(String[] arguments) {
        JavaSparkPi.main(arguments);
    }
}
