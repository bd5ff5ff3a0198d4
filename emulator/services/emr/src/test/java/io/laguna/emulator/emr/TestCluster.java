package io.laguna.emulator.emr;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;
import software.amazon.awssdk.services.emr.EmrClient;
import software.amazon.awssdk.services.emr.model.ActionOnFailure;
import software.amazon.awssdk.services.emr.model.Cluster;
import software.amazon.awssdk.services.emr.model.ClusterState;
import software.amazon.awssdk.services.emr.model.RunJobFlowRequest;
import software.amazon.awssdk.services.emr.model.Step;
import software.amazon.awssdk.services.emr.model.StepConfig;
import software.amazon.awssdk.services.emr.model.StepState;

/** A cluster of a test: how it is asked for, and what becomes of it. */
public final class TestCluster {
    public static final String LOGS = "s3://" + EmrLake.BUCKET + "/logs/";

    public static final Duration PATIENCE = Duration.ofSeconds(60);

    private final EmrLake.Running lake;
    private RunJobFlowRequest.Builder request = request();
    private boolean alive;
    private boolean isProtected;
    private String id = "";

    TestCluster(EmrLake.Running lake) {
        this.lake = lake;
    }

    /** The least that AWS takes. */
    public static RunJobFlowRequest.Builder request() {
        return RunJobFlowRequest.builder()
                .name("test")
                .releaseLabel("emr-7.10.0")
                .serviceRole("EMR_DefaultRole")
                .jobFlowRole("EMR_EC2_DefaultRole")
                .logUri(LOGS)
                .instances(instances -> instances
                        .instanceCount(2)
                        .masterInstanceType("m5.xlarge")
                        .slaveInstanceType("m5.xlarge"));
    }

    /** A step that runs a script in bash. */
    public static StepConfig bash(String script, ActionOnFailure action) {
        return step(action, "command-runner.jar", "bash", "-c", script);
    }

    public static StepConfig step(ActionOnFailure action, String jar, String... arguments) {
        return StepConfig.builder()
                .name("step")
                .actionOnFailure(action)
                .hadoopJarStep(jarStep -> jarStep.jar(jar).args(arguments))
                .build();
    }

    public TestCluster with(UnaryOperator<RunJobFlowRequest.Builder> change) {
        request = change.apply(request);
        return this;
    }

    public TestCluster alive() {
        alive = true;
        return this;
    }

    public TestCluster terminationProtected() {
        isProtected = true;
        return this;
    }

    public TestCluster run(StepConfig... steps) {
        RunJobFlowRequest built = request.steps(steps).build();
        id = client().runJobFlow(built.copy(copy -> copy.instances(built.instances()
                        .copy(instances ->
                                instances.keepJobFlowAliveWhenNoSteps(alive).terminationProtected(isProtected)))))
                .jobFlowId();
        return this;
    }

    public String id() {
        return id;
    }

    public List<String> add(StepConfig... steps) {
        return client().addJobFlowSteps(add -> add.jobFlowId(id).steps(steps)).stepIds();
    }

    public Cluster describe() {
        return client().describeCluster(describe -> describe.clusterId(id)).cluster();
    }

    public Cluster await(ClusterState state) {
        Awaitility.await(id + " is to be " + state)
                .atMost(PATIENCE)
                .until(() -> describe().status().state() == state);
        return describe();
    }

    /** The steps in the order of their submission. */
    public List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        client().listStepsPaginator(list -> list.clusterId(id)).stream()
                .flatMap(page -> page.steps().stream())
                .forEach(summary -> steps.add(0, step(summary.id())));
        return steps;
    }

    public List<StepState> states() {
        return steps().stream().map(step -> step.status().state()).toList();
    }

    Step step(String step) {
        return client().describeStep(describe -> describe.clusterId(id).stepId(step))
                .step();
    }

    public Step await(String step, StepState state) {
        Awaitility.await(step + " is to be " + state)
                .atMost(PATIENCE)
                .until(() -> step(step).status().state() == state);
        return step(step);
    }

    /** A log file of a step in S3. */
    public String log(String step, String name) {
        return lake.log(logUri(step, name));
    }

    public static String logUri(String cluster, String step, String name) {
        return LOGS + cluster + "/steps/" + step + "/" + name + ".gz";
    }

    public String logUri(String step, String name) {
        return logUri(id, step, name);
    }

    public void terminate() {
        client().terminateJobFlows(terminate -> terminate.jobFlowIds(id));
        await(ClusterState.TERMINATED);
    }

    private EmrClient client() {
        return lake.client();
    }
}
