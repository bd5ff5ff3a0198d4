package org.apache.spark.examples;

import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/**
 * An example that throws darts at a square: the share of the darts inside the circle is π/4. The argument is the number
 * of partitions.
 */
public final class JavaSparkPi {
    private static final int DARTS = 100_000;

    private JavaSparkPi() {}

    /** Prints π as far as the darts tell. */
    public static void main(String[] arguments) {
        int slices = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 2;
        try (SparkSession spark = SparkSession.builder().appName("Spark Pi").getOrCreate()) {
            JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
            long inside = context.parallelize(IntStream.range(0, slices).boxed().toList(), slices)
                    .map(slice -> hits())
                    .reduce(Long::sum);
            System.out.printf(Locale.ROOT, "Pi is roughly %.5f%n", 4.0 * inside / ((long) DARTS * slices));
        }
    }

    private static long hits() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return IntStream.range(0, DARTS)
                .filter(dart -> {
                    double x = random.nextDouble();
                    double y = random.nextDouble();
                    return x * x + y * y <= 1;
                })
                .count();
    }
}
