package io.laguna.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.laguna.pipelines.covid.CovidJar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.emr.EmrClient;
import software.amazon.awssdk.services.emr.model.ActionOnFailure;
import software.amazon.awssdk.services.emr.model.ClusterState;
import software.amazon.awssdk.services.emr.model.InstanceGroupConfig;
import software.amazon.awssdk.services.emr.model.InstanceRoleType;
import software.amazon.awssdk.services.emr.model.Step;
import software.amazon.awssdk.services.emr.model.StepConfig;
import software.amazon.awssdk.services.emr.model.StepState;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** A cluster of EMR that stays, with its steps, which run at once. */
final class StepsOnCluster implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Set<StepState> AT_WORK =
            Set.of(StepState.PENDING, StepState.RUNNING, StepState.CANCEL_PENDING);
    private static final String LOGS = "logs";
    private static final String CODE = "code";
    private static final String JAR = "apps.jar";

    private final EmrClient emr;
    private final S3Client s3;
    private final String id;

    private StepsOnCluster(EmrClient emr, S3Client s3, String id) {
        this.emr = emr;
        this.s3 = s3;
        this.id = id;
    }

    /**
     * Starts a cluster.
     *
     * @param workers the number of core instances
     */
    static StepsOnCluster start(ComposeCluster docker, int workers) {
        EmrClient emr = docker.client(EmrClient.builder());
        S3Client s3 = docker.s3();
        List.of(LOGS, CODE).forEach(bucket -> s3.createBucket(create -> create.bucket(bucket)));
        s3.putObject(put -> put.bucket(CODE).key(JAR), RequestBody.fromFile(CovidJar.in(LagunaCommand.home())));
        String id = emr.runJobFlow(run -> run.name("steps")
                        .releaseLabel("emr-7.10.0")
                        .serviceRole("EMR_DefaultRole")
                        .jobFlowRole("EMR_EC2_DefaultRole")
                        .logUri("s3://" + LOGS + "/emr")
                        .stepConcurrencyLevel(4)
                        .instances(instances -> instances
                                .instanceGroups(
                                        group(InstanceRoleType.MASTER, 1), group(InstanceRoleType.CORE, workers))
                                .keepJobFlowAliveWhenNoSteps(true)))
                .jobFlowId();
        return new StepsOnCluster(emr, s3, id);
    }

    private static InstanceGroupConfig group(InstanceRoleType role, int count) {
        return InstanceGroupConfig.builder()
                .instanceRole(role)
                .instanceType("m5.xlarge")
                .instanceCount(count)
                .build();
    }

    String id() {
        return id;
    }

    EmrClient emr() {
        return emr;
    }

    S3Client s3() {
        return s3;
    }

    /** Adds a step of {@code command-runner.jar}. */
    String add(String... words) {
        return emr.addJobFlowSteps(add -> add.jobFlowId(id)
                        .steps(StepConfig.builder()
                                .name(words[0])
                                .actionOnFailure(ActionOnFailure.CONTINUE)
                                .hadoopJarStep(command ->
                                        command.jar("command-runner.jar").args(words))
                                .build()))
                .stepIds()
                .get(0);
    }

    /** Adds a job that runs SQL statements. */
    String sql(String deployMode, String... statements) {
        List<String> words = new ArrayList<>(
                List.of("spark-submit", "--deploy-mode", deployMode, "--class", "io.laguna.apps.sql.RunSql"));
        words.add("s3://" + CODE + "/" + JAR);
        List.of(statements).forEach(statement -> words.addAll(List.of("--statement", statement)));
        return add(words.toArray(String[]::new));
    }

    /** Returns a query over so many tasks of so many milliseconds each: a job at work that takes no processor. */
    static String sleeping(int tasks, int millis) {
        return "SELECT id, java_method('java.lang.Thread', 'sleep', " + millis + " + id % 2) AS slept FROM range(0, "
                + tasks + ", 1, " + tasks + ")";
    }

    Step step(String step) {
        return emr.describeStep(get -> get.clusterId(id).stepId(step)).step();
    }

    void awaitState(String step, StepState state) {
        await().atMost(PATIENCE).until(() -> {
            StepState now = step(step).status().state();
            assertThat(AT_WORK.contains(now) || now == state).as(because(step)).isTrue();
            return now == state;
        });
    }

    /** Waits for a step that has to be COMPLETED. */
    void awaitCompleted(String step) {
        awaitState(step, StepState.COMPLETED);
    }

    /** Returns why a step failed, which it has to. */
    String awaitFailure(String step) {
        awaitState(step, StepState.FAILED);
        return step(step).status().failureDetails().message();
    }

    private String because(String step) {
        return step + " is " + step(step).status();
    }

    String log(String step, String name) {
        return text("emr/" + id + "/steps/" + step + "/" + name + ".gz");
    }

    /** Returns the keys of the logs of YARN's containers, below the application's. */
    List<String> containerLogs(String application) {
        return s3
                .listObjectsV2Paginator(
                        list -> list.bucket(LOGS).prefix("emr/" + id + "/containers/" + application + "/"))
                .contents()
                .stream()
                .map(S3Object::key)
                .toList();
    }

    String text(String key) {
        try (GZIPInputStream content =
                new GZIPInputStream(s3.getObject(get -> get.bucket(LOGS).key(key)))) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(key, e);
        }
    }

    /** Ends the cluster of EMR. */
    void terminate() {
        emr.terminateJobFlows(terminate -> terminate.jobFlowIds(id));
        await().atMost(PATIENCE).until(() -> emr.describeCluster(get -> get.clusterId(id))
                .cluster()
                .status()
                .state()
                .equals(ClusterState.TERMINATED));
    }

    @Override
    public void close() {
        emr.close();
        s3.close();
    }
}
