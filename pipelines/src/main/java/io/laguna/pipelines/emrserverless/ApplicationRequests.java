package io.laguna.pipelines.emrserverless;

import io.laguna.pipelines.profile.Configuration;
import io.laguna.pipelines.profile.Place;
import io.laguna.pipelines.profile.Profile;
import io.laguna.pipelines.step.PipelineCode;
import io.laguna.pipelines.step.Step;
import java.util.List;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.emrserverless.model.CreateApplicationRequest;
import software.amazon.awssdk.services.emrserverless.model.NetworkConfiguration;
import software.amazon.awssdk.services.emrserverless.model.StartJobRunRequest;

/** The requests to EMR Serverless. */
record ApplicationRequests(Profile profile, Place.Application application, PipelineCode code) {
    /** The idle time after which the application stops itself: when nobody deletes it, it costs nothing after this. */
    private static final int IDLE_MINUTES = 15;

    CreateApplicationRequest creation() {
        CreateApplicationRequest.Builder request = CreateApplicationRequest.builder()
                .name(code.placeName())
                .releaseLabel(profile.releaseLabel())
                .type("SPARK")
                .maximumCapacity(most -> most.cpu(application.maximumCpu()).memory(application.maximumMemory()))
                .autoStartConfiguration(start -> start.enabled(true))
                .autoStopConfiguration(stop -> stop.enabled(true).idleTimeoutMinutes(IDLE_MINUTES));
        if (!application.subnets().isEmpty()) {
            request.networkConfiguration(NetworkConfiguration.builder()
                    .subnetIds(application.subnets())
                    .securityGroupIds(application.securityGroups())
                    .build());
        }
        return request.build();
    }

    StartJobRunRequest jobRun(String applicationId, Step step) {
        List<Configuration> configurations = Configuration.of(profile);
        return StartJobRunRequest.builder()
                .applicationId(applicationId)
                .name(step.name())
                .executionRoleArn(application.executionRole())
                .jobDriver(driver -> driver.sparkSubmit(submit -> submit.entryPoint(code.jar())
                        .entryPointArguments(step.arguments())
                        .sparkSubmitParameters(parameters(step))))
                .configurationOverrides(overrides -> {
                    if (!configurations.isEmpty()) {
                        overrides.applicationConfiguration(configurations.stream()
                                .map(ApplicationRequests::configuration)
                                .toList());
                    }
                    overrides.monitoringConfiguration(
                            monitoring -> monitoring.s3MonitoringConfiguration(s3 -> s3.logUri(profile.logUri())));
                })
                .executionTimeoutMinutes(profile.patience().deadline().toMinutes())
                .build();
    }

    /** Returns {@code s3://logs/emr/applications/<application>/jobs/<run>/SPARK_DRIVER/stderr.gz}. */
    String log(String applicationId, String jobRunId) {
        return profile.logUri() + "applications/" + applicationId + "/jobs/" + jobRunId + "/SPARK_DRIVER/stderr.gz";
    }

    /** Returns the options of a step in one line, which the service splits as a shell would. */
    private String parameters(Step step) {
        return profile.jobs().options(step).stream()
                .map(word -> word.contains(" ") ? "\"" + word + "\"" : word)
                .collect(Collectors.joining(" "));
    }

    private static software.amazon.awssdk.services.emrserverless.model.Configuration configuration(Configuration ours) {
        return software.amazon.awssdk.services.emrserverless.model.Configuration.builder()
                .classification(ours.classification())
                .properties(ours.properties())
                .build();
    }
}
