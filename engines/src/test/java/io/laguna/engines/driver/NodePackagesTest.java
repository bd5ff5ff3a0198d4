package io.laguna.engines.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.laguna.engines.process.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Packages that jobs name for another Spark, another version, or by an older name. */
class NodePackagesTest {
    private static final String DELTA = "/m2/io/delta/delta-spark_2.12/3.3.0/delta-spark_2.12-3.3.0.jar";
    private static final String STORAGE = "/m2/io/delta/delta-storage/3.3.0/delta-storage-3.3.0.jar";
    private static final String ICEBERG =
            "/m2/org/apache/iceberg/iceberg-spark-runtime-3.5_2.12/1.8.1/iceberg-spark-runtime-3.5_2.12-1.8.1.jar";
    private static final String HUDI =
            "/m2/org/apache/hudi/hudi-spark3.5-bundle_2.12/0.15.0/hudi-spark3.5-bundle_2.12-0.15.0.jar";
    private static final String AVRO = "/m2/org/apache/spark/spark-avro_2.12/3.5.5/spark-avro_2.12-3.5.5.jar";
    private static final String SPARK = "/m2/software/amazon/awssdk/s3/2.35.4/s3-2.35.4.jar"
            + ":/m2/org/apache/hadoop/hadoop-aws/3.4.3/hadoop-aws-3.4.3.jar"
            + ":/m2/com/mysql/mysql-connector-j/9.4.0/mysql-connector-j-9.4.0.jar"
            + ":/m2/org/postgresql/postgresql/42.7.7/postgresql-42.7.7.jar";

    @TempDir
    private Path folder;

    @BeforeEach
    void build() throws IOException {
        artefacts("node", String.join(":", DELTA, STORAGE, ICEBERG, HUDI, AVRO));
        artefacts("spark", SPARK);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "io.delta:delta-core_2.12:0.0.1|" + DELTA + "," + STORAGE,
                "io.delta:delta-core_2.11:0.0.1|" + DELTA + "," + STORAGE,
                "io.delta:delta-spark_2.12:0.0.1|" + DELTA + "," + STORAGE,
                "io.delta:delta-storage:0.0.1|" + STORAGE,
                "org.apache.iceberg:iceberg-spark-runtime-3.3_2.12:0.0.1|" + ICEBERG,
                "org.apache.iceberg:iceberg-spark3-runtime:0.0.1|" + ICEBERG,
                "org.apache.hudi:hudi-spark3.1-bundle_2.12:0.0.1|" + HUDI,
                "org.apache.hudi:hudi-spark-bundle_2.11:0.0.1|" + HUDI,
                "org.apache.spark:spark-avro_2.11:0.0.1|" + AVRO,
                "software.amazon.awssdk:bundle:0.0.1|-",
                "software.amazon.awssdk:url-connection-client:0.0.1|-",
                "org.apache.hadoop:hadoop-aws:0.0.1|-",
                "mysql:mysql-connector-java:0.0.1|-",
                "org.postgresql:postgresql:0.0.1|-",
                "org.apache.spark:spark-avro_2.11:0.0.1,org.apache.hadoop:hadoop-aws:0.0.1|" + AVRO
            })
    void aPackageIsTheOneForThisSpark(String packages, String jars) {
        SparkSubmission taken = in(JobEnvironment.LAKE, "--packages", packages, "a.jar");

        assertThat(String.join(",", taken.environment().jars())).isEqualTo(jars == null ? "" : jars);
        assertThat(taken.arguments()).doesNotContain("--packages", "--py-files").endsWith("a.jar");
        assertThat(SubmitOptions.of(taken.arguments()).properties().get("spark.laguna.notes"))
                .contains(packages.split(","));
    }

    @ParameterizedTest
    @CsvSource({
        "graphframes:graphframes:0.8.2-spark3.2-s_2.12",
        "com.amazonaws:aws-java-sdk-bundle:1.11.1000",
        "org.apache.spark:spark-sql-kafka-0-10_2.12:3.5.0",
        "io.delta:delta-contribs_2.12:3.0.0"
    })
    void aPackageThatIsNotHereIsLeftForIvy(String coordinates) {
        SparkSubmission taken =
                in(JobEnvironment.LAKE, "--packages", "io.delta:delta-core_2.12:0.0.1," + coordinates, "a.jar");

        assertThat(SubmitOptions.of(taken.arguments()).value("--packages")).contains(coordinates);
        assertThat(in(JobEnvironment.LAKE, "--packages", coordinates, "a.jar").arguments())
                .containsExactly("--packages", coordinates, "a.jar");
    }

    @Test
    void theyAreFoundInPropertiesAndArePythonLibrariesToo() {
        String property = "spark.jars.packages";
        String delta = "io.delta:delta-core_2.12:0.0.1";

        SparkSubmission own = in(JobEnvironment.LAKE, "--conf", property + "=" + delta, "--py-files", "b.zip", "a.py");
        assertThat(SubmitOptions.of(own.arguments()).value("--py-files")).contains("b.zip," + DELTA + "," + STORAGE);
        assertThat(SubmitOptions.of(own.arguments()).properties()).doesNotContainKey(property);

        SparkSubmission cluster =
                in(JobEnvironment.LAKE.withSpark(Map.of(property, delta)).withJars(List.of("x.jar")), "a.jar");
        assertThat(cluster.environment().jars()).containsExactly("x.jar", DELTA, STORAGE);
        assertThat(cluster.environment().spark()).isEmpty();
    }

    private SparkSubmission in(JobEnvironment environment, String... words) {
        return new NodePackages(Workspace.of(folder, folder)).in(new SparkSubmission("x", List.of(words), environment));
    }

    private void artefacts(String engine, String classPath) throws IOException {
        Files.writeString(
                Files.createDirectories(folder.resolve("engines/" + engine + "/target"))
                        .resolve("classpath"),
                classPath);
    }
}
