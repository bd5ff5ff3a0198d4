package io.laguna.pipelines.emr;

import io.laguna.pipelines.profile.Configuration;
import io.laguna.pipelines.profile.Place;
import io.laguna.pipelines.profile.Place.StepOrder;
import io.laguna.pipelines.profile.Profile;
import io.laguna.pipelines.step.PipelineCode;
import io.laguna.pipelines.step.Step;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.emr.model.ActionOnFailure;
import software.amazon.awssdk.services.emr.model.Application;
import software.amazon.awssdk.services.emr.model.InstanceGroupConfig;
import software.amazon.awssdk.services.emr.model.InstanceRoleType;
import software.amazon.awssdk.services.emr.model.JobFlowInstancesConfig;
import software.amazon.awssdk.services.emr.model.MarketType;
import software.amazon.awssdk.services.emr.model.RunJobFlowRequest;
import software.amazon.awssdk.services.emr.model.StepConfig;
import software.amazon.awssdk.services.emr.model.Tag;

/** The requests to EMR. */
record ClusterRequests(Profile profile, Place.Cluster cluster, PipelineCode code) {
    /**
     * The tag that lets service roles with AWS's managed policy make the cluster's instances.
     *
     * @see <a href="https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-managed-iam-policies.html">Managed policies</a>
     */
    private static final Tag MANAGED = Tag.builder()
            .key("for-use-with-amazon-emr-managed-policies")
            .value("true")
            .build();

    /** The number of steps that run at once: as many as the widest wave has. */
    private static final int CONCURRENT = 2;

    /**
     * Returns the request for a cluster that begins with these steps. The cluster waits for more steps, and ends itself
     * only when nobody ends it.
     */
    RunJobFlowRequest cluster(List<Step> steps) {
        RunJobFlowRequest.Builder request = RunJobFlowRequest.builder()
                .name(code.placeName())
                .releaseLabel(profile.releaseLabel())
                .applications(Application.builder().name("Spark").build())
                .logUri(profile.logUri())
                .serviceRole(cluster.serviceRole())
                .jobFlowRole(cluster.instanceProfile())
                .tags(MANAGED)
                .instances(instances())
                .autoTerminationPolicy(
                        policy -> policy.idleTimeout(cluster.idleTimeout().toSeconds()));
        List<Configuration> configurations = Configuration.of(profile);
        if (!configurations.isEmpty()) {
            request.configurations(
                    configurations.stream().map(ClusterRequests::configuration).toList());
        }
        if (cluster.order() == StepOrder.WAVES) {
            request.stepConcurrencyLevel(CONCURRENT);
        }
        if (!steps.isEmpty()) {
            request.steps(steps(steps));
        }
        return request.build();
    }

    /**
     * Returns the steps. A cluster with steps side by side takes no other action on failure than CONTINUE; the caller,
     * which adds the waves, decides what follows a failure.
     *
     * @see <a href="https://docs.aws.amazon.com/emr/latest/APIReference/API_StepConfig.html">StepConfig</a>
     */
    List<StepConfig> steps(List<Step> steps) {
        ActionOnFailure action =
                cluster.order() == StepOrder.WAVES ? ActionOnFailure.CONTINUE : ActionOnFailure.CANCEL_AND_WAIT;
        return steps.stream()
                .map(step -> StepConfig.builder()
                        .name(step.name())
                        .actionOnFailure(action)
                        .hadoopJarStep(job -> job.jar("command-runner.jar").args(words(step)))
                        .build())
                .toList();
    }

    private List<String> words(Step step) {
        List<String> words = new ArrayList<>(
                List.of("spark-submit", "--deploy-mode", profile.jobs().deployMode()));
        words.addAll(profile.jobs().options(step));
        words.add(code.jar());
        words.addAll(step.arguments());
        return words;
    }

    private JobFlowInstancesConfig instances() {
        JobFlowInstancesConfig.Builder instances = JobFlowInstancesConfig.builder()
                .instanceGroups(
                        group("Primary", InstanceRoleType.MASTER, cluster.primaryType(), 1),
                        group("Core", InstanceRoleType.CORE, cluster.coreType(), cluster.coreCount()))
                .keepJobFlowAliveWhenNoSteps(true);
        cluster.subnet().ifPresent(instances::ec2SubnetId);
        return instances.build();
    }

    private static InstanceGroupConfig group(String name, InstanceRoleType role, String type, int count) {
        return InstanceGroupConfig.builder()
                .name(name)
                .instanceRole(role)
                .market(MarketType.ON_DEMAND)
                .instanceType(type)
                .instanceCount(count)
                .build();
    }

    private static software.amazon.awssdk.services.emr.model.Configuration configuration(Configuration ours) {
        return software.amazon.awssdk.services.emr.model.Configuration.builder()
                .classification(ours.classification())
                .properties(ours.properties())
                .build();
    }
}
