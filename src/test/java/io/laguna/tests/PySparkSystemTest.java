package io.laguna.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.emr.EmrClient;
import software.amazon.awssdk.services.emr.model.ActionOnFailure;
import software.amazon.awssdk.services.emr.model.StepConfig;
import software.amazon.awssdk.services.emr.model.StepState;
import software.amazon.awssdk.services.emr.model.StepStatus;
import software.amazon.awssdk.services.emrserverless.EmrServerlessClient;
import software.amazon.awssdk.services.emrserverless.model.JobRun;
import software.amazon.awssdk.services.emrserverless.model.JobRunState;

/** Tests of PySpark programs of many kinds, each as a step of EMR and as a job run of EMR Serverless. */
@Tag("slow")
@NeedsPython
@ExtendWith(SharedLake.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PySparkSystemTest {
    private static final String BUCKET = PySparkBucket.NAME;
    private static final Duration PATIENCE = Duration.ofMinutes(6);

    private final SystemLake lake;

    PySparkSystemTest(SharedLake.Running running) {
        this.lake = running.lake();
    }

    @BeforeAll
    void fill(@TempDir Path folder) throws IOException {
        PySparkBucket.fill(lake.s3(), lake.glue(), folder);
    }

    @Test
    void everyProgramIsAStep() throws IOException {
        List<PySparkProgram> programs = PySparkProgram.all();
        try (EmrClient emr = lake.client(EmrClient.builder())) {
            String cluster = emr.runJobFlow(run -> run.name("pyspark")
                            .releaseLabel("emr-7.10.0")
                            .serviceRole("EMR_DefaultRole")
                            .jobFlowRole("EMR_EC2_DefaultRole")
                            .logUri("s3://pyspark/logs/")
                            .steps(programs.stream().map(this::step).toList())
                            .instances(instances ->
                                    instances.masterInstanceType("m5.xlarge").instanceCount(1)))
                    .jobFlowId();
            await().atMost(PATIENCE.multipliedBy(2))
                    .until(() -> emr.describeCluster(get -> get.clusterId(cluster))
                                    .cluster()
                                    .status()
                                    .timeline()
                                    .endDateTime()
                            != null);
            emr.listStepsPaginator(list -> list.clusterId(cluster)).steps().forEach(step -> {
                String folder = "logs/" + cluster + "/steps/" + step.id();
                StepStatus status = step.status();
                assertThat(status.state())
                        .as(() -> step.name() + ": " + status.failureDetails() + "\n" + log(folder + "/stdout.gz"))
                        .isEqualTo(StepState.COMPLETED);
                assertThat(log(folder + "/stdout.gz")).as(step.name()).contains(prints(programs, step.name()));
            });
        }
    }

    @Test
    void everyProgramIsAJobRun() throws IOException {
        try (EmrServerlessClient serverless = lake.client(EmrServerlessClient.builder())) {
            String application = serverless
                    .createApplication(create ->
                            create.name("pyspark").releaseLabel("emr-7.10.0").type("SPARK"))
                    .applicationId();
            for (PySparkProgram program : PySparkProgram.all()) {
                String run = serverless
                        .startJobRun(start -> start.applicationId(application)
                                .executionRoleArn("arn:aws:iam::000000000000:role/job")
                                .jobDriver(
                                        driver -> driver.sparkSubmit(submit -> submit.entryPoint(program.entryPoint())
                                                .entryPointArguments(program.arguments(mysql()))
                                                .sparkSubmitParameters(program.parameters())))
                                .configurationOverrides(over -> over.monitoringConfiguration(monitoring ->
                                        monitoring.s3MonitoringConfiguration(s3 -> s3.logUri("s3://pyspark/runs/")))))
                        .jobRunId();
                JobRun ended = JobRunEnd.of(serverless, application, run, program.name());
                assertThat(ended.state())
                        .as(program.name() + ": " + ended.stateDetails())
                        .isEqualTo(JobRunState.SUCCESS);
                assertThat(log("runs/applications/" + application + "/jobs/" + run + "/SPARK_DRIVER/stdout.gz"))
                        .as(program.name())
                        .contains(program.prints());
            }
        }
    }

    private static String prints(List<PySparkProgram> programs, String name) {
        return programs.stream()
                .filter(program -> program.name().equals(name))
                .findFirst()
                .orElseThrow()
                .prints();
    }

    private String log(String key) {
        return ZippedLog.read(lake.s3(), BUCKET, key);
    }

    private String mysql() {
        return lake.addresses().mysql();
    }

    private StepConfig step(PySparkProgram program) {
        return StepConfig.builder()
                .name(program.name())
                .actionOnFailure(ActionOnFailure.CONTINUE)
                .hadoopJarStep(jar -> jar.jar("command-runner.jar").args(program.step("cluster", mysql())))
                .build();
    }
}
