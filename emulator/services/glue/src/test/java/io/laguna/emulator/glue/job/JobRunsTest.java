package io.laguna.emulator.glue.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.cloudwatchlogs.model.OutputLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourceNotFoundException;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.BatchStopJobRunResponse;
import software.amazon.awssdk.services.glue.model.ConcurrentRunsExceededException;
import software.amazon.awssdk.services.glue.model.EntityNotFoundException;
import software.amazon.awssdk.services.glue.model.InvalidInputException;
import software.amazon.awssdk.services.glue.model.JobRun;
import software.amazon.awssdk.services.glue.model.JobRunState;

/** Tests of runs from their start to their end, by scripts that need no Spark. */
@ExtendWith(JobsLake.class)
class JobRunsTest {
    private static final String ENDLESS = "import time\nprint('begins')\ntime.sleep(600)\n";

    private final JobsLake.Running lake;
    private final GlueClient glue;

    JobRunsTest(JobsLake.Running lake) {
        this.lake = lake;
        this.glue = lake.glue();
    }

    @BeforeAll
    static void needsPython() {
        assumeTrue(
                Files.exists(Path.of(System.getProperty("laguna.home"), "engines/python/target/python/made-of")),
                "Laguna was built without its Python");
    }

    @Test
    void aScriptGetsTheArgumentsOfTheJobUnderThoseOfTheRunUnderThoseThatHold() {
        lake.job("arguments", "import sys\nprint(sys.argv)\n", create -> create.defaultArguments(
                        Map.of("--a", "job", "--b", "job", "--c", "job"))
                .nonOverridableArguments(Map.of("--c", "fixed")));

        String id = lake.start("arguments", start -> start.arguments(Map.of("--b", "run x", "--c", "run")));
        JobRun run = lake.end("arguments", id);

        assertThat(run.jobRunState()).as(run.errorMessage()).isEqualTo(JobRunState.SUCCEEDED);
        assertThat(lake.file(id, "stdout"))
                .contains("arguments.py', '--a', 'job', '--b', 'run x', '--c', 'fixed', '--JOB_ID', 'j_")
                .contains("'--JOB_RUN_ID', '" + id + "', '--JOB_NAME', 'arguments'");
        assertThat(run.arguments()).isEqualTo(Map.of("--b", "run x", "--c", "run"));
        assertThat(run.completedOn()).isAfterOrEqualTo(run.startedOn());
        assertThat(run.logGroupName()).isEqualTo("/aws-glue/python-jobs");
        assertThat(run.predecessorRuns()).isEmpty();
    }

    @Test
    void aParameterWithoutEffectIsNamedInTheLogAndNoOther() {
        lake.job(
                "notes",
                "print('done')\n",
                create -> create.defaultArguments(
                        Map.of("--enable-metrics", "true", "--TempDir", "s3://lake/tmp", "--mine", "1")));

        String id = lake.start("notes", start -> {});
        lake.end("notes", id);

        assertThat(lake.file(id, "notes").lines())
                .startsWith(
                        "A Python shell job has Python 3.9 on AWS; this run has Python 3.11.",
                        "--enable-metrics has no effect in Laguna: there are no metrics.")
                .last()
                .asString()
                .matches("The run took \\d+ s\\. On AWS, 0\\.0625 DPU would have cost 1 dollars for this time\\.");
    }

    @Test
    void theOutputsOfARunAreInLogStreamsWhileItGoesOn() {
        lake.job(
                "told", "import sys, time\nprint('first')\nprint('no', file=sys.stderr)\ntime.sleep(600)\n", job -> {});

        String id = lake.start("told", start -> {});

        await().ignoreException(ResourceNotFoundException.class)
                .untilAsserted(() ->
                        assertThat(messages("/aws-glue/python-jobs/output", id)).containsExactly("first"));
        assertThat(messages("/aws-glue/python-jobs/error", id)).contains("no").hasSize(2);
        stop("told", id);
        lake.end("told", id);
    }

    private List<String> messages(String group, String stream) {
        return lake
                .logs()
                .getLogEvents(
                        get -> get.logGroupName(group).logStreamName(stream).startFromHead(true))
                .events()
                .stream()
                .map(OutputLogEvent::message)
                .toList();
    }

    @Test
    void aPythonShellJobThatFailsSaysItsExitCode() {
        lake.job("exits", "import sys\nsys.exit(2)\n", create -> {});

        JobRun run = lake.end("exits", lake.start("exits", start -> {}));

        assertThat(run.jobRunState()).isEqualTo(JobRunState.FAILED);
        assertThat(run.errorMessage()).isEqualTo("Command failed with exit code 2");
    }

    @Test
    void aScriptThatIsNotThereIsALaunchError() {
        lake.job(
                "gone",
                "",
                create -> create.command(
                        command -> command.name("pythonshell").scriptLocation("s3://lake/scripts/not-there.py")));

        JobRun run = lake.end("gone", lake.start("gone", start -> {}));

        assertThat(run.errorMessage())
                .startsWith("LAUNCH ERROR | Error downloading from S3 for bucket: lake, key: scripts/not-there.py.")
                .contains("Status Code: 404");
    }

    @Test
    void aFailedRunIsTriedAgainAsOftenAsItsJobSays() {
        lake.job("again", "raise SystemExit(1)\n", create -> create.maxRetries(2));

        String id = lake.start("again", start -> {});
        lake.end("again", id + "_attempt_2");

        List<JobRun> runs = glue.getJobRuns(get -> get.jobName("again")).jobRuns();
        assertThat(runs).extracting(JobRun::id).containsExactly(id + "_attempt_2", id + "_attempt_1", id);
        assertThat(runs).extracting(JobRun::attempt).containsExactly(2, 1, 0);
        assertThat(runs).extracting(JobRun::previousRunId).containsExactly(id + "_attempt_1", id, null);
        assertThat(runs).extracting(JobRun::jobRunState).containsOnly(JobRunState.FAILED);
    }

    @Test
    void aRunIsRestartedWithItsArguments() {
        lake.job("restarted", "raise SystemExit(1)\n", create -> {});
        String first = lake.start("restarted", start -> start.arguments(Map.of("--a", "1")));
        lake.end("restarted", first);

        String second = lake.start("restarted", start -> start.jobRunId(first));

        assertThat(lake.end("restarted", second).previousRunId()).isEqualTo(first);
        assertThat(lake.run("restarted", second).arguments()).isEqualTo(Map.of("--a", "1"));
        assertThatThrownBy(() -> lake.start("restarted", start -> start.jobRunId("jr_none")))
                .isInstanceOf(EntityNotFoundException.class)
                .hasMessage("Job run jr_none not found.");
    }

    @Test
    void aSecondRunIsRefusedOrWaits() {
        lake.job("one", ENDLESS, create -> {});
        String first = lake.start("one", start -> {});

        assertThatThrownBy(() -> lake.start("one", start -> {}))
                .isInstanceOf(ConcurrentRunsExceededException.class)
                .hasMessage("Concurrent runs exceeded for one");
        String second = lake.start("one", start -> start.jobRunQueuingEnabled(true));
        assertThat(lake.run("one", second).jobRunState()).isEqualTo(JobRunState.WAITING);

        lake.await("one", first, JobRunState.RUNNING);
        stop("one", first);
        lake.await("one", second, JobRunState.RUNNING);
        assertThat(lake.run("one", first).jobRunState()).isEqualTo(JobRunState.STOPPED);
        stop("one", second);
        lake.await("one", second, JobRunState.STOPPED);
    }

    @Test
    void stoppingTellsOfEachRun() {
        lake.job("stopped", ENDLESS, create -> create.executionProperty(two -> two.maxConcurrentRuns(2)));
        String waits = lake.start("stopped", start -> {});
        lake.await("stopped", waits, JobRunState.RUNNING);

        BatchStopJobRunResponse answer = stop("stopped", waits, "jr_none");

        assertThat(answer.successfulSubmissions()).extracting("jobRunId").containsExactly(waits);
        assertThat(answer.errors()).singleElement().satisfies(error -> {
            assertThat(error.jobRunId()).isEqualTo("jr_none");
            assertThat(error.errorDetail().errorCode()).isEqualTo("EntityNotFoundException");
        });
        JobRun run = lake.end("stopped", waits);
        assertThat(run.jobRunState()).isEqualTo(JobRunState.STOPPED);
        assertThat(run.errorMessage()).isNull();
        assertThat(stop("stopped", waits).errors()).hasSize(1);
    }

    @Test
    void aRunThatTakesTooLongTimesOut() {
        lake.job("slow", ENDLESS, create -> create.timeout(30).maxRetries(1));
        String id = lake.start("slow", start -> start.timeout(20));
        lake.await("slow", id, JobRunState.RUNNING);

        lake.forward(Duration.ofMinutes(21));

        JobRun run = lake.end("slow", id);
        assertThat(run.jobRunState()).isEqualTo(JobRunState.TIMEOUT);
        assertThat(run.timeout()).isEqualTo(20);
        assertThat(run.completedOn()).isNotNull();
        assertThat(glue.getJobRuns(get -> get.jobName("slow")).jobRuns()).hasSize(1);
    }

    @Test
    void aRunThatTakesLongerThanItsUserWantsToWaitIsToldOnce() {
        lake.job("late", ENDLESS, create -> create.notificationProperty(delay -> delay.notifyDelayAfter(60)));
        String id = lake.start("late", start -> start.notificationProperty(delay -> delay.notifyDelayAfter(10)));
        lake.await("late", id, JobRunState.RUNNING);
        assertThat(lake.delays(id)).isEmpty();

        lake.forward(Duration.ofMinutes(11));

        org.awaitility.Awaitility.await().untilAsserted(() -> assertThat(lake.delays(id))
                .singleElement()
                .asString()
                .contains(
                        "\"jobName\":\"late\"",
                        "\"severity\":\"INFO\"",
                        "\"notificationCondition\":{\"NotifyDelayAfter\":10.0}",
                        "\"state\":\"RUNNING\"",
                        "\"message\":\"Job is in RUNNING state\"",
                        "\"startedOn\":"));
        glue.batchStopJobRun(stop -> stop.jobName("late").jobRunIds(id));
        lake.end("late", id);
        assertThat(lake.delays(id)).hasSize(1);
    }

    @Test
    void aRunThatWasOnWhenLagunaEndedHasFailedAndIsTriedAgain() {
        lake.job("left", ENDLESS, create -> create.maxRetries(1));
        String id = lake.start("left", start -> {});
        lake.await("left", id, JobRunState.RUNNING);

        lake.restart();

        JobRun run = lake.end("left", id);
        assertThat(run.jobRunState()).isEqualTo(JobRunState.FAILED);
        assertThat(run.errorMessage()).contains("Laguna", "stopped or killed");
        lake.await("left", id + "_attempt_1", JobRunState.RUNNING);
        stop("left", id + "_attempt_1");
        lake.end("left", id + "_attempt_1");
    }

    @Test
    void aRunOutlivesTheUpdateAndTheDeletionOfItsJob() {
        lake.job("deleted", ENDLESS, create -> {});
        String id = lake.start("deleted", start -> {});
        lake.await("deleted", id, JobRunState.RUNNING);

        glue.deleteJob(delete -> delete.jobName("deleted"));

        assertThatThrownBy(() -> glue.getJobRuns(get -> get.jobName("deleted")))
                .isInstanceOf(EntityNotFoundException.class);
        assertThat(lake.run("deleted", id).jobRunState()).isEqualTo(JobRunState.RUNNING);
        stop("deleted", id);
        assertThat(lake.end("deleted", id).jobRunState()).isEqualTo(JobRunState.STOPPED);
    }

    @Test
    void capacityIsReckonedFromWorkers() {
        lake.job("workers", "print(1)\n", create -> create.maxCapacity(1.0));
        String id = lake.start("workers", start -> start.maxCapacity(0.0625));

        assertThat(lake.run("workers", id).maxCapacity()).isEqualTo(0.0625);
        assertThatThrownBy(() -> lake.start("workers", start -> start.maxCapacity(2.0)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("0.0625 or 1");
        lake.end("workers", id);
    }

    private BatchStopJobRunResponse stop(String job, String... runs) {
        return lake.glue().batchStopJobRun(stop -> stop.jobName(job).jobRunIds(runs));
    }
}
