package io.laguna.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.JobRun;
import software.amazon.awssdk.services.glue.model.JobRunState;
import software.amazon.awssdk.services.s3.S3Client;

/** Tests of Laguna's end by a kill while runs of Glue's jobs go on. */
@Tag("slow")
@NeedsPython
class KilledGlueRunSystemTest {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String SLEEPS = "import time\nprint('begins', flush=True)\ntime.sleep(600)\n";

    @TempDir
    private Path folder;

    @Test
    void aRunHasFailedAndNothingOfItIsLeft() throws InterruptedException, IOException {
        try (KilledLake lake = new KilledLake(folder)) {
            lake.start();
            String spark;
            String shell;
            try (GlueClient glue = lake.clients().client(GlueClient.builder());
                    S3Client s3 = lake.clients().s3()) {
                s3.createBucket(create -> create.bucket("code"));
                s3.putObject(put -> put.bucket("code").key("sleeps.py"), RequestBody.fromString(SLEEPS));
                spark = start(glue, "glueetl");
                shell = start(glue, "pythonshell");
                for (String run : List.of(spark, shell)) {
                    await().atMost(PATIENCE).until(() -> begins(run));
                }
            }
            List<ProcessHandle> before = processes().toList();
            assertThat(before).hasSizeGreaterThanOrEqualTo(2);

            lake.kill();

            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(before).noneMatch(ProcessHandle::isAlive));
            lake.start();
            try (GlueClient glue = lake.clients().client(GlueClient.builder())) {
                assertFailed(glue, "glueetl", spark);
                assertFailed(glue, "pythonshell", shell);
            }
        }
    }

    private static String start(GlueClient glue, String command) {
        glue.createJob(create -> create.name(command)
                .role("role")
                .command(of -> of.name(command).pythonVersion("3").scriptLocation("s3://code/sleeps.py")));
        return glue.startJobRun(run -> run.jobName(command)).jobRunId();
    }

    private static void assertFailed(GlueClient glue, String job, String id) {
        JobRun run = await().atMost(PATIENCE)
                .until(
                        () -> glue.getJobRun(get -> get.jobName(job).runId(id)).jobRun(),
                        last -> last.jobRunState() != JobRunState.RUNNING);
        assertThat(run.jobRunState()).isEqualTo(JobRunState.FAILED);
        assertThat(run.errorMessage()).contains("ended with Laguna");
        assertThat(run.completedOn()).isNotNull();
    }

    private boolean begins(String run) throws IOException {
        Path output = folder.resolve(".laguna/glue").resolve(run).resolve("stdout");
        return Files.exists(output) && Files.readString(output).contains("begins");
    }

    /** Returns the processes of jobs of this test's lake: each has its folder for temporary files in its environment. */
    private Stream<ProcessHandle> processes() {
        return ProcessHandle.allProcesses().filter(process -> {
            try {
                byte[] environment = Files.readAllBytes(Path.of("/proc", Long.toString(process.pid()), "environ"));
                return new String(environment, StandardCharsets.UTF_8).contains("SPARK_LOCAL_DIRS=" + folder);
            } catch (IOException e) {
                // It has just ended, or is another user's.
                return false;
            }
        });
    }
}
