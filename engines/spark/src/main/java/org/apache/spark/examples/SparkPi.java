package org.apache.spark.examples;

/** The first example everybody runs. */
public final class SparkPi {
    private SparkPi() {}

    /** Prints π, as {@link JavaSparkPi} does. */
    public static void main(String[] arguments) {
        JavaSparkPi.main(arguments);
    }
}
