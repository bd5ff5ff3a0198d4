package io.laguna.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.Action;
import software.amazon.awssdk.services.glue.model.Condition;
import software.amazon.awssdk.services.glue.model.JobRun;
import software.amazon.awssdk.services.glue.model.Logical;
import software.amazon.awssdk.services.glue.model.TriggerType;
import software.amazon.awssdk.services.glue.model.WorkflowRun;
import software.amazon.awssdk.services.glue.model.WorkflowRunStatus;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Tests of Laguna's end by a kill at any moment of a workflow's run. Each of its jobs has one run then, whether that has
 * succeeded or has ended with Laguna: nothing starts twice, and nothing is forgotten.
 */
@Tag("long")
@NeedsPython
class KilledWorkflowSystemTest {
    private static final int ROUNDS = Integer.getInteger("laguna.test.rounds", 2);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final List<String> JOBS = List.of("first", "second", "third");
    private static final long LONGEST_MILLIS = 6000;

    @TempDir
    private Path folder;

    @Test
    void everyJobOfARunIsStartedOnce() throws InterruptedException {
        Random random = new Random(7);
        try (KilledLake lake = new KilledLake(folder)) {
            lake.start();
            make(lake);
            for (int round = 1; round <= ROUNDS; round++) {
                String run = start(lake);
                TimeUnit.MILLISECONDS.sleep(random.nextLong(LONGEST_MILLIS));

                lake.kill();
                lake.start();

                check(lake, run, round);
            }
        }
    }

    /** Makes a workflow in which each job follows the one before it, however that has ended. */
    private static void make(KilledLake lake) {
        try (GlueClient glue = lake.clients().client(GlueClient.builder());
                S3Client s3 = lake.clients().s3()) {
            s3.createBucket(create -> create.bucket("code"));
            s3.putObject(
                    put -> put.bucket("code").key("short.py"),
                    RequestBody.fromString("import time\ntime.sleep(0.2)\n"));
            JOBS.forEach(job -> glue.createJob(
                    create -> create.name(job).role("role").command(command -> command.name("pythonshell")
                            .pythonVersion("3.9")
                            .scriptLocation("s3://code/short.py"))));
            glue.createWorkflow(create -> create.name("killed"));
            glue.createTrigger(create -> create.name("start")
                    .workflowName("killed")
                    .type(TriggerType.ON_DEMAND)
                    .actions(action(JOBS.get(0))));
            for (int i = 1; i < JOBS.size(); i++) {
                String before = JOBS.get(i - 1);
                String next = JOBS.get(i);
                glue.createTrigger(create -> create.name("then-" + next)
                        .workflowName("killed")
                        .type(TriggerType.CONDITIONAL)
                        .startOnCreation(true)
                        .predicate(predicate -> predicate
                                .logical(Logical.ANY)
                                .conditions(ended(before, "SUCCEEDED"), ended(before, "FAILED")))
                        .actions(action(next)));
            }
        }
    }

    private static String start(KilledLake lake) {
        try (GlueClient glue = lake.clients().client(GlueClient.builder())) {
            return await().atMost(PATIENCE)
                    .ignoreException(SdkClientException.class)
                    .until(
                            () -> glue.startWorkflowRun(start -> start.name("killed"))
                                    .runId(),
                            id -> true);
        }
    }

    private static void check(KilledLake lake, String id, int round) {
        try (GlueClient glue = lake.clients().client(GlueClient.builder())) {
            WorkflowRun run = await("round " + round)
                    .atMost(PATIENCE)
                    .until(
                            () -> glue.getWorkflowRun(get -> get.name("killed").runId(id))
                                    .run(),
                            last -> last.status() == WorkflowRunStatus.COMPLETED);
            assertThat(run.statistics().totalActions()).as("round " + round).isEqualTo(JOBS.size());
            for (String job : JOBS) {
                List<JobRun> runs = glue.getJobRuns(get -> get.jobName(job)).jobRuns();
                assertThat(runs).as(job + " in round " + round).hasSize(round);
                assertThat(runs.get(0).arguments()).containsEntry("--WORKFLOW_RUN_ID", id);
            }
        }
    }

    private static Action action(String job) {
        return Action.builder().jobName(job).build();
    }

    private static Condition ended(String job, String state) {
        return Condition.builder()
                .jobName(job)
                .state(state)
                .logicalOperator("EQUALS")
                .build();
    }
}
