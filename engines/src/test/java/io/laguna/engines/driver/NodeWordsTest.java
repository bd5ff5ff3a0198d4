package io.laguna.engines.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.laguna.engines.process.EngineFailure;
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

/** The jars of a node of EMR, by the paths that jobs know. */
class NodeWordsTest {
    private static final String ICEBERG = "/usr/share/aws/iceberg/lib/iceberg-spark3-runtime.jar";
    private static final String HERE = "/m2/iceberg-spark-runtime-3.5_2.12-1.8.1.jar";

    @TempDir
    private Path folder;

    @BeforeEach
    void build() throws IOException {
        Files.writeString(
                Files.createDirectories(folder.resolve("engines/node/target")).resolve("classpath"),
                HERE + ":/m2/delta-spark_2.12-3.3.0.jar:/m2/delta-storage-3.3.0.jar"
                        + ":/m2/hadoop-mapreduce-examples-3.4.2.jar:/m2/hadoop-streaming-3.4.2.jar:/m2/spark-avro_2.12-3.5.5.jar");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ICEBERG + "|" + HERE,
                "local://" + ICEBERG + "|" + HERE,
                "local:" + ICEBERG + "|" + HERE,
                "file://" + ICEBERG + "|" + HERE,
                "s3://b/x.jar," + ICEBERG + ",s3://b/y.jar|s3://b/x.jar," + HERE + ",s3://b/y.jar",
                "/usr/share/aws/delta/lib/delta-core.jar,/usr/share/aws/delta/lib/delta-storage.jar|"
                        + "/m2/delta-spark_2.12-3.3.0.jar,/m2/delta-storage-3.3.0.jar",
                "/usr/lib/hadoop-mapreduce/hadoop-mapreduce-examples-3.4.1-amzn-2.jar|"
                        + "/m2/hadoop-mapreduce-examples-3.4.2.jar",
                "/usr/lib/hadoop-mapreduce/hadoop-streaming-3.4.1-amzn-2.jar|/m2/hadoop-streaming-3.4.2.jar",
                "/usr/lib/hadoop/hadoop-streaming-*.jar|/m2/hadoop-streaming-3.4.2.jar",
                "/usr/lib/hadoop/hadoop-streaming*.jar|/m2/hadoop-streaming-3.4.2.jar",
                "file:///usr/lib/hadoop/tools/lib/hadoop-streaming.jar|/m2/hadoop-streaming-3.4.2.jar",
                "/home/hadoop/contrib/streaming/hadoop-streaming.jar|/m2/hadoop-streaming-3.4.2.jar",
                "spark.jars=/usr/lib/spark/external/lib/spark-avro.jar|spark.jars=/m2/spark-avro_2.12-3.5.5.jar",
                "s3://b" + ICEBERG + "|s3://b" + ICEBERG,
                "/opt/mine.jar|/opt/mine.jar"
            })
    void aPathOfANodeIsAFileOfThisMachine(String path, String here) {
        assertThat(files().here(path)).isEqualTo(here);
    }

    @Test
    void theyAreFoundInOptionsPropertiesAndAsTheApplication() {
        assertThat(words(
                                JobEnvironment.LAKE.withSpark(Map.of("spark.driver.extraClassPath", "/x:" + ICEBERG)),
                                "--jars",
                                ICEBERG,
                                "--conf",
                                "spark.jars=" + ICEBERG,
                                ICEBERG,
                                "--path",
                                ICEBERG)
                        .arguments())
                .containsExactly("--jars", HERE, "--conf", "spark.jars=" + HERE, HERE, "--path", ICEBERG);
        assertThat(words(JobEnvironment.LAKE.withSpark(Map.of("spark.driver.extraClassPath", "/x:" + ICEBERG)), "a.jar")
                        .environment()
                        .spark())
                .containsEntry("spark.driver.extraClassPath", "/x:" + HERE);
        assertThat(words(JobEnvironment.LAKE, "--class", "A", "/usr/lib/spark/examples/jars/spark-examples.jar", "1")
                        .arguments())
                .containsExactly("--class", "A", "spark-internal", "1");
    }

    @Test
    void theClustersJarsAreBesideTheJobsOwn() {
        JobEnvironment cluster = JobEnvironment.LAKE.withJars(List.of(ICEBERG));

        assertThat(words(cluster, "a.jar").arguments()).containsExactly("--jars", HERE, "a.jar");
        assertThat(words(cluster, "--jars", "b.jar," + ICEBERG, "a.jar").arguments())
                .containsExactly("--jars", "b.jar," + HERE, "a.jar");
        assertThat(words(cluster.withSpark(Map.of("spark.jars", "c.jar")), "a.jar")
                        .arguments())
                .containsExactly("--jars", "c.jar," + HERE, "a.jar");
    }

    @Test
    void aJarOfANodeThatThisBuildHasNotIsRefused() {
        assertThatThrownBy(() -> words(JobEnvironment.LAKE, "--jars", "/usr/lib/hudi/hudi-spark-bundle.jar", "a.jar"))
                .isInstanceOf(EngineFailure.class)
                .hasMessage("/usr/lib/hudi/hudi-spark-bundle.jar is not in this build of Laguna.");
    }

    private SparkSubmission words(JobEnvironment environment, String... words) {
        return new NodeWords(files()).in(new SparkSubmission("job", List.of(words), environment), folder);
    }

    private NodeFiles files() {
        return new NodeFiles(Workspace.of(folder, folder));
    }
}
