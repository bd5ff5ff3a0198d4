package io.laguna.bench;

import io.laguna.emulator.lake.Lake;
import io.laguna.emulator.lake.LakeClients;
import io.laguna.emulator.lake.LakePorts;
import io.laguna.emulator.lake.LakeSettings;
import io.laguna.engines.driver.DriverSettings;
import io.laguna.engines.process.Workspace;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import software.amazon.awssdk.services.emr.EmrClient;
import software.amazon.awssdk.services.emr.model.ActionOnFailure;
import software.amazon.awssdk.services.emr.model.Step;
import software.amazon.awssdk.services.emr.model.StepConfig;
import software.amazon.awssdk.services.emr.model.StepState;
import software.amazon.awssdk.services.s3.S3Client;

/** A lake with one cluster on it, called over HTTP. */
final class EmrSession implements AutoCloseable {
    private static final long POLL_MILLIS = 20;

    private final Lake lake;
    private final S3Client s3;
    private final EmrClient emr;
    private final String cluster;

    EmrSession(Workspace workspace, DriverSettings drivers) {
        this.lake = Lake.start(
                workspace, LakeSettings.open(LakePorts.free()).withDrivers(drivers), (engine, elapsed) -> {});
        lake.publishAddresses();
        LakeClients clients = LakeClients.of(lake.addresses().endpoint(), workspace.state());
        this.s3 = clients.s3();
        this.emr = clients.client(EmrClient.builder());
        this.cluster = emr.runJobFlow(run -> run.name("bench")
                        .releaseLabel("emr-7.10.0")
                        .serviceRole("EMR_DefaultRole")
                        .jobFlowRole("EMR_EC2_DefaultRole")
                        .instances(instances -> instances
                                .masterInstanceType("m5.xlarge")
                                .instanceCount(1)
                                .keepJobFlowAliveWhenNoSteps(true)))
                .jobFlowId();
    }

    S3Client s3() {
        return s3;
    }

    /** Returns the seconds from the call of AddJobFlowSteps until the step is seen COMPLETED, for the words behind spark-submit. */
    double step(String name, List<String> submitted) throws InterruptedException {
        long begun = System.nanoTime();
        String step = emr.addJobFlowSteps(add -> add.jobFlowId(cluster)
                        .steps(StepConfig.builder()
                                .name(name)
                                .actionOnFailure(ActionOnFailure.CONTINUE)
                                .hadoopJarStep(command -> command.jar("command-runner.jar")
                                        .args(Stream.concat(Stream.of("spark-submit"), submitted.stream())
                                                .toList()))
                                .build()))
                .stepIds()
                .get(0);
        StepState state = describe(step).status().state();
        while (state == StepState.PENDING || state == StepState.RUNNING) {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
            state = describe(step).status().state();
        }
        if (state != StepState.COMPLETED) {
            throw new IllegalStateException(describe(step).toString());
        }
        return (System.nanoTime() - begun) / 1e9;
    }

    private Step describe(String step) {
        return emr.describeStep(get -> get.clusterId(cluster).stepId(step)).step();
    }

    @Override
    public void close() {
        emr.close();
        s3.close();
        lake.close();
    }
}
