package io.laguna.tests;

import java.io.IOException;
import java.nio.file.Path;

/** A Spark job that tells what it finds in its JVM, compiled for the test. */
final class ProbeJob {
    static final String MAIN = "probe.Probe";

    private static final String SOURCE =
            """
            package probe;

            import java.util.TreeMap;
            import org.apache.hadoop.fs.FileStatus;
            import org.apache.hadoop.fs.FileSystem;
            import org.apache.hadoop.fs.Path;
            import org.apache.spark.api.java.function.MapFunction;
            import org.apache.spark.deploy.SparkHadoopUtil;
            import org.apache.spark.sql.Dataset;
            import org.apache.spark.sql.Encoders;
            import org.apache.spark.sql.Row;
            import org.apache.spark.sql.SparkSession;
            import org.apache.spark.sql.functions;

            public final class Probe {
                /** A class that only the job's own loader has. */
                public static final class Pair implements java.io.Serializable {
                    private String name;
                    private long size;

                    public String getName() { return name; }
                    public void setName(String given) { name = given; }
                    public long getSize() { return size; }
                    public void setSize(long given) { size = given; }

                    static Pair of(long number) {
                        Pair pair = new Pair();
                        pair.name = "n" + number % 3;
                        pair.size = number;
                        return pair;
                    }
                }

                public static void main(String[] words) throws Exception {
                    System.err.println("JVM of " + System.getProperty("sun.java.command").split(" ")[0]);
                    System.out.println("sessions " + SparkSession.getActiveSession().isDefined()
                            + SparkSession.getDefaultSession().isDefined());
                    var properties = new TreeMap<String, String>();
                    System.getProperties().forEach((key, value) -> properties.put(key.toString(), value.toString()));
                    properties.keySet().removeIf(key -> !key.startsWith("spark."));
                    System.out.println("properties " + properties.keySet());
                    SparkSession spark = SparkSession.builder().enableHiveSupport().getOrCreate();
                    System.out.println("hadoop " + SparkHadoopUtil.get().conf().get("laguna.probe") + " "
                            + spark.sparkContext().hadoopConfiguration().get("laguna.probe"));

                    Dataset<Pair> pairs = spark.range(100).map((MapFunction<Long, Pair>) Pair::of, Encoders.bean(Pair.class));
                    Dataset<Row> names = pairs.groupBy("name").agg(functions.sum("size").as("sizes"));
                    spark.udf().register("shout", (String name) -> Pair.of(name.length()).getName() + name,
                            org.apache.spark.sql.types.DataTypes.StringType);
                    names.as("a").join(functions.broadcast(pairs.toDF().as("b")), "name").groupBy("name").count()
                            .selectExpr("shout(name)", "count").sort("count", "name").collectAsList()
                            .forEach(System.out::println);
                    names.repartition(1).write().parquet(words[1] + "/parquet");
                    System.out.println(spark.read().parquet(words[1] + "/parquet").count());

                    Path folder = new Path("hdfs:///probe/" + words[0]);
                    names.repartition(1).write().parquet(folder + "/a");
                    FileSystem hdfs = FileSystem.get(spark.sparkContext().hadoopConfiguration());
                    System.out.println(hdfs.rename(new Path(folder, "a"), new Path(folder, "b")));
                    for (FileStatus file : hdfs.listStatus(folder)) {
                        System.out.println(file.getPath().toString().replace(words[0], "X"));
                    }
                    System.out.println(spark.read().parquet("hdfs://namenode:8020/probe/" + words[0] + "/b").count());
                    System.out.println(spark.sql("SHOW DATABASES").collectAsList());
                    if (words.length > 2) {
                        System.exit(Integer.parseInt(words[2]));
                    }
                    spark.stop();
                }
            }
            """;

    private ProbeJob() {}

    /** Returns a jar with the job. */
    static Path jar(Path folder) throws IOException {
        return JobJar.of(folder, "Probe", SOURCE);
    }
}
