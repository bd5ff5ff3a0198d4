package io.laguna.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.emr.EmrClient;
import software.amazon.awssdk.services.emr.model.ActionOnFailure;
import software.amazon.awssdk.services.emr.model.StepConfig;
import software.amazon.awssdk.services.s3.S3Client;

/** Tests of Laguna's end by a kill while Python works: the driver's own, and its workers, which lead a process group. */
@Tag("slow")
@NeedsPython
class KilledPythonSystemTest {
    /** At least one of each kind. */
    private static final int ROUNDS = Math.max(3, Integer.getInteger("laguna.test.rounds", 3));

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String WORKERS = "pyspark.daemon";

    private static final String BEGINNING =
            """
            import time
            import pandas as pd
            from pyspark.sql import SparkSession
            from pyspark.sql.functions import pandas_udf

            spark = SparkSession.builder.getOrCreate()


            def slow(n):
                time.sleep(60)
                return n


            """;
    private static final String STEP = BEGINNING + "spark.sparkContext.parallelize(range(100), 4).map(slow).sum()\n";
    private static final String PANDAS = BEGINNING
            + """
            @pandas_udf("long")
            def slowly(n: pd.Series) -> pd.Series:
                return n.map(slow)


            spark.range(100).select(slowly("id")).collect()
            """;
    private static final String STREAM = BEGINNING
            + """
            @pandas_udf("long")
            def slowly(n: pd.Series) -> pd.Series:
                return n.map(slow)


            stream = spark.readStream.format("rate").load().select(slowly("value"))
            stream.writeStream.format("noop").start().awaitTermination()
            """;

    private static final StepConfig SLOW = StepConfig.builder()
            .name("slow")
            .actionOnFailure(ActionOnFailure.CONTINUE)
            .hadoopJarStep(command -> command.jar("command-runner.jar").args("spark-submit", "s3://code/slow.py"))
            .build();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("scripts")
    void noPythonIsLeft(String script) throws InterruptedException, IOException {
        try (KilledLake lake = new KilledLake(folder)) {
            lake.start();
            submit(lake, script);
            await().atMost(PATIENCE).until(() -> processes().anyMatch(process -> has(process, "cmdline", WORKERS)));
            List<ProcessHandle> before = processes().toList();

            lake.kill();

            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(before).noneMatch(ProcessHandle::isAlive));
            assertThat(processes()).isEmpty();
        }
    }

    private static Stream<String> scripts() {
        List<String> kinds = List.of(STEP, PANDAS, STREAM);
        return IntStream.range(0, ROUNDS).mapToObj(round -> kinds.get(round % kinds.size()));
    }

    private static void submit(KilledLake lake, String script) {
        try (EmrClient emr = lake.clients().client(EmrClient.builder());
                S3Client s3 = lake.clients().s3()) {
            s3.createBucket(create -> create.bucket("code"));
            s3.putObject(put -> put.bucket("code").key("slow.py"), RequestBody.fromString(script));
            emr.runJobFlow(run -> run.name("to be killed")
                    .releaseLabel("emr-7.10.0")
                    .serviceRole("EMR_DefaultRole")
                    .jobFlowRole("EMR_EC2_DefaultRole")
                    .instances(instances ->
                            instances.masterInstanceType("m5.xlarge").instanceCount(1))
                    .steps(SLOW));
        }
    }

    /** Returns the processes of jobs of this test's lake: each has its folder for temporary files in its environment. */
    private Stream<ProcessHandle> processes() {
        return ProcessHandle.allProcesses().filter(process -> has(process, "environ", "SPARK_LOCAL_DIRS=" + folder));
    }

    private static boolean has(ProcessHandle process, String file, String text) {
        try {
            byte[] content = Files.readAllBytes(Path.of("/proc", Long.toString(process.pid()), file));
            return new String(content, StandardCharsets.UTF_8).contains(text);
        } catch (IOException e) {
            // It has just ended, or is another user's.
            return false;
        }
    }
}
