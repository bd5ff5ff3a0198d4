package io.laguna.emulator.glue.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.AlreadyExistsException;
import software.amazon.awssdk.services.glue.model.CodeGenConfigurationNode;
import software.amazon.awssdk.services.glue.model.CreateJobRequest;
import software.amazon.awssdk.services.glue.model.EntityNotFoundException;
import software.amazon.awssdk.services.glue.model.ExecutionClass;
import software.amazon.awssdk.services.glue.model.IdempotentParameterMismatchException;
import software.amazon.awssdk.services.glue.model.InvalidInputException;
import software.amazon.awssdk.services.glue.model.Job;
import software.amazon.awssdk.services.glue.model.JobCommand;
import software.amazon.awssdk.services.glue.model.JobUpdate;

/** Tests of the definitions of jobs. */
@ExtendWith(JobsLake.class)
class JobDefinitionsTest {
    private final JobsLake.Running lake;
    private final GlueClient glue;

    JobDefinitionsTest(JobsLake.Running lake) {
        this.lake = lake;
        this.glue = lake.glue();
    }

    @Test
    void aJobHasTheDefaultsOfItsVersion() {
        create("defaults", job -> job.description("d").defaultArguments(Map.of("--a", "1")));

        Job job = glue.getJob(get -> get.jobName("defaults")).job();

        assertThat(job.glueVersion()).isEqualTo("5.1");
        assertThat(job.timeout()).isEqualTo(480);
        assertThat(job.maxRetries()).isZero();
        assertThat(job.executionProperty().maxConcurrentRuns()).isEqualTo(1);
        assertThat(job.executionClass()).as("nobody asked for a class").isNull();
        assertThat(job.workerTypeAsString()).isEqualTo("G.1X");
        assertThat(job.maxCapacity()).isEqualTo(10);
        assertThat(job.description()).isEqualTo("d");
        assertThat(job.createdOn()).isEqualTo(job.lastModifiedOn());
    }

    @ParameterizedTest
    @CsvSource({
        "2.0, 2880",
        "3.0, 2880",
        "4.0, 2880",
        "5.0, 480",
        "5.1, 480",
    })
    void theTimeoutIsThatOfTheVersion(String version, int minutes) {
        create("timeout-" + version, job -> job.glueVersion(version));

        assertThat(glue.getJob(get -> get.jobName("timeout-" + version)).job().timeout())
                .isEqualTo(minutes);
    }

    @ParameterizedTest
    @CsvSource({
        "Standard, 3, 3",
        "G.025X, 2, 0.5",
        "G.1X, 2, 2",
        "G.2X, 5, 10",
        "G.4X, 2, 8",
        "G.8X, 1, 8",
        "Z.2X, 2, 4",
        "G.12X, 2, 24",
        "G.16X, 1, 16",
        "R.1X, 2, 2",
        "R.8X, 1, 8",
    })
    void workersHaveTheirCapacity(String type, int workers, double capacity) {
        create("worker-" + type, job -> job.workerType(type).numberOfWorkers(workers));

        Job job = glue.getJob(get -> get.jobName("worker-" + type)).job();

        assertThat(job.maxCapacity()).isEqualTo(capacity);
        assertThat(job.numberOfWorkers()).isEqualTo(workers);
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatGlueOrLagunaHasNotIsRefused(String message, Consumer<CreateJobRequest.Builder> change) {
        assertThatThrownBy(() -> create("refused", change))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(message);
    }

    private static Stream<Arguments> refused() {
        return Stream.of(
                refusal("gluestreaming", job -> job.command(command("gluestreaming"))),
                refusal("glueray", job -> job.command(command("glueray"))),
                refusal("Command name should be one of", job -> job.command(command("etl"))),
                refusal("Spark 2", job -> job.glueVersion("0.9")),
                refusal("Spark 2", job -> job.glueVersion("1.0")),
                refusal("Spark 4", job -> job.glueVersion("6.0")),
                refusal("not valid", job -> job.glueVersion("7.5")),
                refusal(
                        "Python 2",
                        job -> job.command(command("glueetl").toBuilder()
                                .pythonVersion("2")
                                .build())),
                refusal("ScriptLocation", job -> job.command(c -> c.name("glueetl"))),
                refusal(
                        "do not set Max Capacity",
                        job -> job.maxCapacity(2.0).workerType("G.1X").numberOfWorkers(2)),
                refusal("both Worker Type and Number", job -> job.workerType("G.1X")),
                refusal("both Worker Type and Number", job -> job.numberOfWorkers(2)),
                refusal("0.0625 or 1", job -> job.command(command("pythonshell"))
                        .maxCapacity(3.0)),
                refusal("not supported for Python shell", job -> job.command(command("pythonshell"))
                        .workerType("G.1X")
                        .numberOfWorkers(2)),
                refusal("at most 10080", job -> job.timeout(10_081)),
                refusal("MaxRetries", job -> job.maxRetries(11)),
                refusal("FLEX", job -> job.glueVersion("2.0").executionClass(ExecutionClass.FLEX)),
                refusal("characters", job -> job.defaultArguments(Map.of("--a", "x".repeat(260 * 1024)))),
                refusal(
                        "CodeGenConfigurationNodes",
                        job -> job.codeGenConfigurationNodes(
                                Map.of("a", CodeGenConfigurationNode.builder().build()))));
    }

    @Test
    void aRepeatedRequestIsAnsweredAndAnotherOneRefused() {
        create("repeated", job -> job.timeout(5));
        create("repeated", job -> job.timeout(5));

        assertThatThrownBy(() -> create("repeated", job -> job.timeout(6)))
                .isInstanceOf(IdempotentParameterMismatchException.class)
                .hasMessage("Job with name: repeated already submitted with different configuration");
        update("repeated", job -> job.timeout(7));
        assertThatThrownBy(() -> create("repeated", job -> job.timeout(7))).isInstanceOf(AlreadyExistsException.class);
    }

    @Test
    void anUpdateReplacesTheWholeDefinition() {
        create("updated", job -> job.description("d").timeout(5).maxRetries(3));

        update("updated", job -> job.glueVersion("4.0"));

        Job job = glue.getJob(get -> get.jobName("updated")).job();
        assertThat(job.description()).isNull();
        assertThat(job.timeout()).isEqualTo(2880);
        assertThat(job.maxRetries()).isZero();
        assertThat(job.glueVersion()).isEqualTo("4.0");
        assertThat(job.lastModifiedOn()).isAfterOrEqualTo(job.createdOn());
        assertThatThrownBy(() -> update("none", change -> {}))
                .isInstanceOf(EntityNotFoundException.class)
                .hasMessage("Job none not found.");
    }

    @Test
    void jobsAreFoundByNamesAndTags() {
        create("list-a", job -> job.tags(Map.of("team", "list", "stage", "a")));
        create("list-b", job -> job.tags(Map.of("team", "list")));

        assertThat(glue.listJobs(list -> list.tags(Map.of("team", "list"))).jobNames())
                .containsExactly("list-a", "list-b");
        assertThat(glue.listJobs(list -> list.tags(Map.of("team", "list", "stage", "a")))
                        .jobNames())
                .containsExactly("list-a");
        assertThat(glue.batchGetJobs(get -> get.jobNames("list-b", "list-none")))
                .satisfies(answer -> {
                    assertThat(answer.jobs()).extracting(Job::name).containsExactly("list-b");
                    assertThat(answer.jobsNotFound()).containsExactly("list-none");
                });
        glue.deleteJob(delete -> delete.jobName("list-a"));
        glue.deleteJob(delete -> delete.jobName("list-a"));
        assertThat(glue.listJobs(list -> list.tags(Map.of("team", "list"))).jobNames())
                .containsExactly("list-b");
        assertThatThrownBy(() -> glue.getJob(get -> get.jobName("list-a")))
                .isInstanceOf(EntityNotFoundException.class)
                .hasMessage("Job list-a not found.");
    }

    @Test
    void aRunOfNoJobIsRefused() {
        assertThatThrownBy(() -> lake.start("no-such-job", start -> {}))
                .isInstanceOf(EntityNotFoundException.class)
                .hasMessage("Failed to start job run due to missing metadata");
        assertThatThrownBy(() -> glue.getJobRuns(get -> get.jobName("no-such-job")))
                .isInstanceOf(EntityNotFoundException.class);
    }

    private void create(String name, Consumer<CreateJobRequest.Builder> more) {
        glue.createJob(job -> job.name(name)
                .role("arn:aws:iam::000000000000:role/glue")
                .command(command("glueetl"))
                .applyMutation(more));
    }

    private void update(String name, Consumer<JobUpdate.Builder> more) {
        glue.updateJob(request -> request.jobName(name)
                .jobUpdate(job -> job.role("role").command(command("glueetl")).applyMutation(more)));
    }

    private static JobCommand command(String name) {
        return JobCommand.builder()
                .name(name)
                .scriptLocation("s3://lake/job.py")
                .build();
    }

    private static Arguments refusal(String message, Consumer<CreateJobRequest.Builder> change) {
        return Arguments.of(message, change);
    }
}
