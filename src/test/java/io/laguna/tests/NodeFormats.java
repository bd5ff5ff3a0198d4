package io.laguna.tests;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The table formats whose jars are on every node, and a job that runs statements. */
final class NodeFormats {
    static final String JOB =
            """
            package node;

            import org.apache.spark.sql.SparkSession;

            public final class Statements {
                public static void main(String[] statements) {
                    try (SparkSession spark = SparkSession.builder().enableHiveSupport().getOrCreate()) {
                        for (String statement : statements) {
                            spark.sql(statement).collectAsList().forEach(System.out::println);
                        }
                    }
                }
            }
            """;

    private static final String ICEBERG = "/usr/share/aws/iceberg/lib/iceberg-spark3-runtime.jar";
    private static final String DELTA = "/usr/share/aws/delta/lib/delta-spark.jar";
    private static final String STORAGE = "/usr/share/aws/delta/lib/delta-storage.jar";
    private static final String HUDI = "/usr/lib/hudi/hudi-spark-bundle.jar";
    private static final String AVRO = "/usr/lib/spark/connector/lib/spark-avro.jar";

    static final List<String> JARS = List.of(
            ICEBERG,
            DELTA,
            STORAGE,
            HUDI,
            AVRO,
            "/usr/lib/hadoop-mapreduce/hadoop-mapreduce-examples.jar",
            "/usr/lib/spark/examples/jars/spark-examples.jar",
            "/usr/share/aws/emr/s3-dist-cp/lib/s3-dist-cp.jar");

    /** One start of Spark for each set of formats that go together: Delta and Hudi both want Spark's own catalog. */
    static final Map<String, Format> ALL = Map.of(
            "Iceberg, Delta, Avro",
            new Format(
                    List.of(ICEBERG, DELTA, STORAGE, AVRO),
                    Map.of(
                            "spark.sql.extensions",
                            "org.apache.iceberg.spark.extensions.IcebergSparkSessionExtensions,"
                                    + "io.delta.sql.DeltaSparkSessionExtension",
                            "spark.sql.catalog.spark_catalog",
                            "org.apache.spark.sql.delta.catalog.DeltaCatalog",
                            "spark.sql.catalog.glue_catalog",
                            "org.apache.iceberg.spark.SparkCatalog",
                            "spark.sql.catalog.glue_catalog.catalog-impl",
                            "org.apache.iceberg.aws.glue.GlueCatalog",
                            "spark.sql.catalog.glue_catalog.io-impl",
                            "org.apache.iceberg.aws.s3.S3FileIO",
                            "spark.sql.catalog.glue_catalog.warehouse",
                            "s3://node/warehouse/"),
                    List.of(
                            "CREATE TABLE glue_catalog.node.ice_%1$s (id INT, name STRING) USING iceberg",
                            "INSERT INTO glue_catalog.node.ice_%1$s VALUES (1, 'uno'), (2, 'dos')",
                            "UPDATE glue_catalog.node.ice_%1$s SET name = 'DOS' WHERE id = 2",
                            "CREATE TABLE delta.`s3://node/%1$s/delta` USING delta AS SELECT id FROM glue_catalog.node.ice_%1$s",
                            "DELETE FROM delta.`s3://node/%1$s/delta` WHERE id = 2",
                            "INSERT OVERWRITE DIRECTORY 's3://node/%1$s/avro' USING avro SELECT id FROM delta.`s3://node/%1$s/delta`",
                            "SELECT concat_ws('|', array_agg(a.id), array_agg(i.name)) FROM avro.`s3://node/%1$s/avro` a"
                                    + " JOIN glue_catalog.node.ice_%1$s i ON i.id = 2"),
                    "[1|DOS]"),
            "Hudi",
            new Format(
                    List.of(HUDI),
                    Map.of(
                            "spark.serializer",
                            "org.apache.spark.serializer.KryoSerializer",
                            "spark.kryo.registrator",
                            "org.apache.spark.HoodieSparkKryoRegistrar",
                            "spark.sql.extensions",
                            "org.apache.spark.sql.hudi.HoodieSparkSessionExtension",
                            "spark.sql.catalog.spark_catalog",
                            "org.apache.spark.sql.hudi.catalog.HoodieCatalog"),
                    List.of(
                            "CREATE TABLE node.hudi_%1$s (id INT, name STRING, ts BIGINT) USING hudi"
                                    + " TBLPROPERTIES (primaryKey = 'id', preCombineField = 'ts') LOCATION 's3://node/%1$s/hudi'",
                            "INSERT INTO node.hudi_%1$s VALUES (1, 'uno', 1), (2, 'dos', 1)",
                            "UPDATE node.hudi_%1$s SET name = 'DOS' WHERE id = 2",
                            "SELECT name FROM node.hudi_%1$s ORDER BY id"),
                    "[uno]\n[DOS]"));

    private NodeFormats() {}

    /**
     * Formats that a job works with.
     *
     * @param jars of a node
     * @param sql statements with a place for the name of who runs them
     */
    record Format(List<String> jars, Map<String, String> properties, List<String> sql, String expected) {
        List<String> statements(String who) {
            return sql.stream().map(statement -> statement.formatted(who)).toList();
        }

        List<String> words() {
            List<String> words =
                    new ArrayList<>(List.of("--class", "node.Statements", "--jars", String.join(",", jars)));
            properties.forEach((key, value) -> words.addAll(List.of("--conf", key + "=" + value)));
            return words;
        }

        String parameters() {
            return words().stream().map(word -> "'" + word + "'").collect(Collectors.joining(" "));
        }
    }
}
