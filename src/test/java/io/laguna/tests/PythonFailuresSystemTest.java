package io.laguna.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.emr.EmrClient;
import software.amazon.awssdk.services.emr.model.ActionOnFailure;
import software.amazon.awssdk.services.emr.model.Step;
import software.amazon.awssdk.services.emr.model.StepConfig;
import software.amazon.awssdk.services.emr.model.StepState;
import software.amazon.awssdk.services.emrserverless.EmrServerlessClient;
import software.amazon.awssdk.services.emrserverless.model.JobRun;
import software.amazon.awssdk.services.emrserverless.model.JobRunState;

/**
 * Tests of the reasons that failed Python jobs show. Each script of {@code failing/} fails in its own way, and its first
 * lines ({@code #: }) are what the reason contains.
 */
@Tag("slow")
@NeedsPython
@ExtendWith(SharedLake.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PythonFailuresSystemTest {
    private static final String BUCKET = FailingProgram.BUCKET;
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Set<StepState> AT_WORK = Set.of(StepState.PENDING, StepState.RUNNING);

    private final SystemLake lake;

    PythonFailuresSystemTest(SharedLake.Running running) {
        this.lake = running.lake();
    }

    @BeforeAll
    void fill() throws IOException {
        lake.s3().createBucket(request -> request.bucket(BUCKET));
        for (Path script : FailingProgram.scripts()) {
            lake.put(BUCKET, script.getFileName().toString(), FailingProgram.text(script));
        }
        lake.put(BUCKET, "open.py", "import sys\nprint(open(sys.argv[1]).read())\n");
        lake.put(BUCKET, "fail.sh", "set -e\necho copying\ncp /nowhere/at/all /tmp/\n");
    }

    @Test
    void aStepShowsTheScriptsOwnReason() throws IOException {
        List<FailingProgram> cases = new ArrayList<>(FailingProgram.all());
        FailingProgram.all().stream()
                .filter(program -> List.of("uncaught.py", "udf.py").contains(program.name()))
                .map(FailingProgram::inClusterMode)
                .forEach(cases::add);
        cases.add(FailingProgram.withoutScript());
        cases.add(new FailingProgram(
                "missing argument file",
                List.of("spark-submit", "s3://failing/open.py", "config/job.json"),
                List.of("open.py\", line 2", "No such file or directory: 'config/job.json'")));
        cases.add(new FailingProgram(
                "missing package",
                List.of("spark-submit", "--py-files", "s3://failing/lib.zip", "s3://failing/open.py"),
                List.of("s3://failing/lib.zip")));
        cases.add(new FailingProgram(
                "without Spark",
                List.of("bash", "-c", "aws s3 cp s3://failing/open.py . && python3 open.py job.json"),
                List.of("/open.py\", line 2", "No such file or directory: 'job.json'")));
        cases.add(new FailingProgram(
                "shell",
                List.of("bash", "-c", "aws s3 cp s3://failing/fail.sh . && bash fail.sh"),
                List.of("cp: cannot stat '/nowhere/at/all'")));

        List<Step> steps = run(cases);

        for (int i = 0; i < cases.size(); i++) {
            assertThat(steps.get(i).status().state()).as(cases.get(i).name()).isEqualTo(StepState.FAILED);
            assertThat(steps.get(i).status().failureDetails().message())
                    .as(cases.get(i).name())
                    .contains(cases.get(i).expected())
                    .doesNotContain("site-packages", "JVM stacktrace", "NativeCodeLoader", "\tat ");
        }
    }

    @Test
    void aJobRunShowsTheExceptionFirst() {
        try (EmrServerlessClient serverless = lake.client(EmrServerlessClient.builder())) {
            String application = serverless
                    .createApplication(create ->
                            create.name(BUCKET).releaseLabel("emr-7.10.0").type("SPARK"))
                    .applicationId();
            assertThat(stateDetails(serverless, application, "udf.py"))
                    .contains(
                            "ExitCode: 1", "ValueError: invalid literal for int() with base 10: 'n/a' (udf.py, line ");
            assertThat(stateDetails(serverless, application, "exit_code.py"))
                    .contains("ExitCode: 3", "three rows are missing");
            assertThat(stateDetails(serverless, application, "not-there.py")).contains("s3://failing/not-there.py");
        }
    }

    private static String stateDetails(EmrServerlessClient serverless, String application, String script) {
        String run = serverless
                .startJobRun(start -> start.applicationId(application)
                        .executionRoleArn("arn:aws:iam::000000000000:role/job")
                        .jobDriver(driver ->
                                driver.sparkSubmit(submit -> submit.entryPoint("s3://" + BUCKET + "/" + script))))
                .jobRunId();
        JobRun ended = JobRunEnd.of(serverless, application, run, script);
        assertThat(ended.state()).isEqualTo(JobRunState.FAILED);
        return ended.stateDetails();
    }

    private List<Step> run(List<FailingProgram> cases) {
        try (EmrClient emr = lake.client(EmrClient.builder())) {
            String cluster = emr.runJobFlow(run -> run.name(BUCKET)
                            .releaseLabel("emr-7.10.0")
                            .serviceRole("EMR_DefaultRole")
                            .jobFlowRole("EMR_EC2_DefaultRole")
                            .stepConcurrencyLevel(2)
                            .instances(instances -> instances
                                    .masterInstanceType("m5.xlarge")
                                    .instanceCount(1)
                                    .keepJobFlowAliveWhenNoSteps(true)))
                    .jobFlowId();
            List<String> ids = emr.addJobFlowSteps(add -> add.jobFlowId(cluster)
                            .steps(cases.stream()
                                    .map(PythonFailuresSystemTest::step)
                                    .toList()))
                    .stepIds();
            await().atMost(PATIENCE).until(() -> ids.stream()
                    .noneMatch(id ->
                            AT_WORK.contains(describe(emr, cluster, id).status().state())));
            List<Step> steps =
                    ids.stream().map(id -> describe(emr, cluster, id)).toList();
            emr.terminateJobFlows(terminate -> terminate.jobFlowIds(cluster));
            return steps;
        }
    }

    private static StepConfig step(FailingProgram each) {
        return StepConfig.builder()
                .name(each.name())
                .actionOnFailure(ActionOnFailure.CONTINUE)
                .hadoopJarStep(command -> command.jar("command-runner.jar").args(each.words()))
                .build();
    }

    private static Step describe(EmrClient emr, String cluster, String step) {
        return emr.describeStep(get -> get.clusterId(cluster).stepId(step)).step();
    }
}
