package io.laguna.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.core.sync.RequestBody;

/** Tests of PySpark on the Docker cluster: Python in drivers of either mode and in executors. */
@Tag("cluster")
@ExtendWith(SharedCluster.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PythonOnClusterSystemTest {
    /** A script that has its work done by Python workers, in an application of YARN. */
    private static final String JOB =
            """
            import os, socket, sys
            import boto3, pandas as pd
            from helper import shout
            from pyspark.sql import SparkSession
            from pyspark.sql.functions import col, pandas_udf, udf

            spark = SparkSession.builder.getOrCreate()
            out = sys.argv[1]

            @udf("string")
            def host(number):
                return socket.gethostname()

            @pandas_udf("long")
            def twice(numbers: pd.Series) -> pd.Series:
                return numbers * 2

            def bucket(rows):
                yield boto3.client("s3").list_objects_v2(Bucket="code", Prefix="job.py")["KeyCount"]

            rows = spark.range(0, 100, 1, 4).select(twice("id").alias("id"), host("id").alias("host"))
            rows.write.mode("overwrite").parquet(out)
            read = spark.read.parquet(out)
            total = read.agg({"id": "sum"}).first()[0]
            hosts = {row.host for row in read.select("host").distinct().collect()}
            counts = spark.sparkContext.parallelize(range(2), 2).mapPartitions(bucket).collect()
            line = f"{shout('done')} {total} {socket.gethostname() in hosts} {counts} {spark.sparkContext.master}"
            boto3.client("s3").put_object(Bucket="code", Key="result-" + out.rsplit("/", 1)[1], Body=line.encode())
            """;

    private static final Pattern APPLICATION = Pattern.compile("application_\\d+_\\d+");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final ComposeCluster docker;
    private final StepsOnCluster steps;

    PythonOnClusterSystemTest(SharedCluster.Running running) {
        this.docker = running.docker();
        this.steps = running.steps();
    }

    @BeforeAll
    void fill() {
        docker.assumePython();
        put("helper.py", "def shout(word):\n    return word.upper()\n");
        put("job.py", JOB);
    }

    @Test
    void driversAndExecutorsHaveLagunasPythonInEitherMode() {
        String client = python("client", "job.py", "s3://code/client");
        String cluster = python("cluster", "job.py", "s3://code/cluster");

        steps.awaitCompleted(client);
        steps.awaitCompleted(cluster);
        // The driver in client mode is beside Laguna, its workers are not.
        assertThat(text("result-client")).isEqualTo("DONE 9900 False [1, 1] yarn");
        assertThat(text("result-cluster")).matches("DONE 9900 (True|False) \\[1, 1\\] yarn");
    }

    @Test
    void anEnvironmentInAnArchiveRunsDriverAndExecutors() {
        put(
                "where.py",
                """
                import sys
                import boto3
                from pyspark.sql import SparkSession
                spark = SparkSession.builder.getOrCreate()
                import packed
                workers = spark.sparkContext.parallelize(range(2), 2).map(lambda n: __import__("packed").NAME).collect()
                line = f"{packed.NAME} {workers} {'/environment/' in packed.__file__}"
                boto3.client("s3").put_object(Bucket="code", Key="result-archive", Body=line.encode())
                """);
        docker.execute(
                "laguna",
                "bash",
                "-ec",
                "cd /tmp && python3 -m venv --system-site-packages --without-pip environment"
                        + " && echo 'NAME = \"packed\"' >environment/lib/python3.11/site-packages/packed.py"
                        + " && tar -czf environment.tar.gz -C environment . && hadoop fs -put environment.tar.gz s3://code/");

        String step = steps.add(
                "spark-submit",
                "--deploy-mode",
                "cluster",
                "--archives",
                "s3://code/environment.tar.gz#environment",
                "--conf",
                "spark.yarn.appMasterEnv.PYSPARK_PYTHON=./environment/bin/python",
                "--conf",
                "spark.executorEnv.PYSPARK_PYTHON=./environment/bin/python",
                "s3://code/where.py");

        steps.awaitCompleted(step);
        assertThat(text("result-archive")).isEqualTo("packed ['packed', 'packed'] True");
    }

    @Test
    void aScriptThatFailsSaysWhyInEitherMode() {
        put("wrong.py", "from pyspark.sql import SparkSession\nSparkSession.builder.getOrCreate()\n{}['absent']\n");

        String client = python("client", "wrong.py");
        String cluster = python("cluster", "wrong.py");

        assertThat(steps.awaitFailure(client)).contains("KeyError: 'absent'");
        assertThat(steps.awaitFailure(cluster)).contains("KeyError: 'absent'");
        Matcher application = APPLICATION.matcher(steps.log(cluster, "stderr"));
        assertThat(application.find()).isTrue();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(steps.containerLogs(application.group()))
                .filteredOn(key -> key.endsWith("/stdout.gz"))
                // YARN tries a driver twice.
                .anySatisfy(key -> assertThat(steps.text(key)).contains("KeyError: 'absent'")));
    }

    @Test
    void aSubmitAndAShellByHandWorkInTheContainer() {
        put(
                "hand.py",
                "from pyspark.sql import SparkSession\nspark = SparkSession.builder.getOrCreate()\n"
                        + "print('sum', spark.sparkContext.parallelize(range(10), 2).map(lambda n: n * 2).sum())\n");

        assertThat(docker.execute("laguna", "spark-submit", "--master", "yarn", "s3://code/hand.py"))
                .contains("sum 90");
        assertThat(docker.execute(
                        "laguna",
                        "sh",
                        "-c",
                        "echo 'print(\"sum\", sc.parallelize(range(10), 2).map(lambda n: n * 2).sum())'"
                                + " | PYSPARK_DRIVER_PYTHON_OPTS=-i /usr/bin/pyspark --master yarn"))
                .contains("sum 90");
    }

    @Test
    void streamingIsAnApplicationOfYarnWithPythonInItsTasks() {
        putWords();
        put(
                "mapper.py",
                "#!/usr/bin/env python3\nimport sys\nfor line in sys.stdin:\n"
                        + "    for word in line.split():\n        print(word + '\\t1')\n");
        put(
                "reducer.py",
                "#!/usr/bin/env python3\nimport collections, sys\n"
                        + "for word, count in sorted(collections.Counter(l.split('\\t')[0] for l in sys.stdin).items()):\n"
                        + "    print(f'{word}\\t{count}')\n");
        put("bad.py", "#!/usr/bin/env python3\nprint(1 / 0)\n");

        String good = streaming("mapper.py", "counts", "s3://code/mapper.py,s3://code/reducer.py", "reducer.py");
        String bad = streaming("bad.py", "none", "s3://code/bad.py", "NONE");

        steps.awaitCompleted(good);
        assertThat(text("counts/part-00000")).isEqualTo("a\t1\ncat\t2\ndog\t1\nsat\t1\nthe\t2\n");
        Matcher application = APPLICATION.matcher(steps.log(good, "stderr"));
        assertThat(application.find()).isTrue();
        assertThat(docker.execute("laguna", "yarn", "application", "-status", application.group()))
                .contains("Queue : root." + steps.id(), "Final-State : SUCCEEDED");
        assertThat(steps.awaitFailure(bad)).contains("subprocess failed with code 1");
        Matcher failed = APPLICATION.matcher(steps.log(bad, "stderr"));
        assertThat(failed.find()).isTrue();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(steps.containerLogs(failed.group()))
                .filteredOn(key -> key.endsWith("/stderr.gz"))
                .anySatisfy(key -> assertThat(steps.text(key)).contains("ZeroDivisionError")));
    }

    private void putWords() {
        put("words/a.txt", "the cat\nthe dog\n");
        put("words/b.txt", "a cat sat\n");
    }

    private String streaming(String mapper, String output, String files, String reducer) {
        return steps.add(
                "hadoop-streaming",
                "-D",
                "mapreduce.job.reduces=" + (reducer.equals("NONE") ? 0 : 1),
                "-files",
                files,
                "-mapper",
                mapper,
                "-reducer",
                reducer,
                "-input",
                "s3://code/words/",
                "-output",
                "s3://code/" + output);
    }

    private String python(String mode, String script, String... arguments) {
        List<String> words = new ArrayList<>(List.of(
                "spark-submit", "--deploy-mode", mode, "--py-files", "s3://code/helper.py", "s3://code/" + script));
        Stream.of(arguments).forEach(words::add);
        return steps.add(words.toArray(String[]::new));
    }

    private void put(String key, String content) {
        steps.s3().putObject(put -> put.bucket("code").key(key), RequestBody.fromString(content));
    }

    private String text(String key) {
        return steps.s3().getObjectAsBytes(get -> get.bucket("code").key(key)).asUtf8String();
    }
}
