package io.laguna.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.laguna.engines.driver.Drivers;
import io.laguna.engines.driver.JobEnvironment;
import io.laguna.engines.driver.Run;
import io.laguna.engines.driver.RunOutcome;
import io.laguna.engines.driver.SparkSubmission;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests that a job in a driver that was kept ready does what it does in a JVM of its own. {@code DriversTest} has the
 * tests of the queue, of cancelling and of dying reserves.
 */
@Tag("slow")
class WarmDriverSystemTest {
    @TempDir
    private Path folder;

    @Test
    void aWarmDriverDoesWhatAColdOneDoes() throws IOException, InterruptedException {
        Path jar = ProbeJob.jar(folder);
        try (SystemLake lake = SystemLake.start(folder.resolve("lake"));
                Drivers drivers = lake.drivers(1, 2)) {
            drivers.prepare();
            awaitReady();
            List<String> bucketsBefore = lake.s3().listBuckets().buckets().stream()
                    .map(bucket -> bucket.name())
                    .toList();
            assertThat(bucketsBefore).noneMatch(name -> name.contains("warm"));

            Run warm = drivers.submit(job(jar, "one"), folder.resolve("warm"));
            Run cold = drivers.submit(job(jar, "two"), folder.resolve("cold"));
            await().atMost(60, TimeUnit.SECONDS).until(() -> warm.webUi().isPresent());

            assertThat(cold.await()).isInstanceOf(RunOutcome.Succeeded.class);
            assertThat(warm.await()).isInstanceOf(RunOutcome.Succeeded.class);
            assertThat(Files.readString(warm.error())).contains("JVM of io.laguna.engines.spark.WarmDriver");
            assertThat(Files.readString(cold.error())).contains("JVM of io.laguna.engines.spark.Driver");
            assertThat(Files.readString(warm.output()))
                    .contains("hadoop told told", "hdfs:/probe/X/b", "[default]")
                    .isEqualTo(Files.readString(cold.output()));
            assertThat(folder.resolve("hdfs/probe/one/b")).isDirectory();

            awaitReady();
            Run exit = drivers.submit(job(jar, "three", "7"), folder.resolve("exit"));
            assertThat(exit.await())
                    .isInstanceOfSatisfying(RunOutcome.Failed.class, failed -> assertThat(failed.exitCode())
                            .isEqualTo(7));
            assertThat(Files.readString(exit.error())).contains("JVM of io.laguna.engines.spark.WarmDriver");
            assertThat(historyOf(drivers))
                    .contains(
                            warm.applicationId().orElseThrow(),
                            cold.applicationId().orElseThrow(),
                            exit.applicationId().orElseThrow());
        }
        try (Stream<Path> left = Files.list(state().resolve("spark"))) {
            assertThat(left).isEmpty();
        }
    }

    private SparkSubmission job(Path jar, String name, String... more) {
        List<String> words = Stream.concat(
                        Stream.of(
                                "--master",
                                "yarn",
                                "--deploy-mode",
                                "cluster",
                                "--num-executors",
                                "3",
                                "--conf",
                                "spark.hadoop.laguna.probe=told",
                                "--class",
                                ProbeJob.MAIN,
                                jar.toString(),
                                name,
                                "s3://work/" + name),
                        Stream.of(more))
                .toList();
        return new SparkSubmission(
                name,
                words,
                new JobEnvironment(
                        Optional.of(folder.resolve("hdfs")), Map.of("laguna.probe", "not told"), Map.of(), Map.of()));
    }

    private static String historyOf(Drivers drivers) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(drivers.historyServer().resolve("api/v1/applications"))
                .build();
        String[] last = {""};
        await().atMost(30, TimeUnit.SECONDS).until(() -> {
            last[0] = HttpClient.newHttpClient()
                    .send(request, BodyHandlers.ofString())
                    .body();
            return last[0].split("\"completed\"", -1).length > 3;
        });
        return last[0];
    }

    private void awaitReady() {
        await().atMost(180, TimeUnit.SECONDS).until(() -> {
            try (Stream<Path> runs = Files.list(state().resolve("spark"))) {
                return runs.anyMatch(run ->
                        Files.exists(run.resolve("handover/ready")) && !Files.exists(run.resolve("handover/taken")));
            }
        });
    }

    private Path state() {
        return folder.resolve("lake/.laguna");
    }
}
