package org.apache.spark.examples;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.sql.SparkSession;
import scala.Tuple2;

/** An example that counts the words of a file. */
public final class JavaWordCount {
    private JavaWordCount() {}

    /** Prints {@code word: count} for every word of the file that its argument names. */
    public static void main(String[] arguments) {
        if (arguments.length < 1) {
            System.err.println("Usage: JavaWordCount <file>");
            System.exit(1);
        }
        try (SparkSession spark =
                SparkSession.builder().appName("JavaWordCount").getOrCreate()) {
            JavaPairRDD<String, Integer> counts = spark.read()
                    .textFile(arguments[0])
                    .javaRDD()
                    .flatMap(line -> Arrays.asList(line.split(" ", -1)).iterator())
                    .mapToPair(word -> new Tuple2<>(word, 1))
                    .reduceByKey(Integer::sum);
            List<Tuple2<String, Integer>> all = counts.collect();
            all.forEach(count -> System.out.println(count._1() + ": " + count._2()));
        }
    }
}
