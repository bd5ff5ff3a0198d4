package io.laguna.emulator.emr.check;

import io.laguna.emulator.emr.request.Failures;
import io.laguna.emulator.emr.request.Ids;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.emr.model.ActionOnFailure;
import software.amazon.awssdk.services.emr.model.HadoopJarStepConfig;
import software.amazon.awssdk.services.emr.model.HadoopStepConfig;
import software.amazon.awssdk.services.emr.model.KeyValue;
import software.amazon.awssdk.services.emr.model.Step;
import software.amazon.awssdk.services.emr.model.StepConfig;
import software.amazon.awssdk.services.emr.model.StepState;
import software.amazon.awssdk.services.emr.model.StepStatus;
import software.amazon.awssdk.services.emr.model.StepTimeline;

/** Steps as they are asked for, checked and made into what is kept of them. */
public final class StepChecks {
    /** "A maximum of 256 steps are allowed in each job flow", of those that have not ended. */
    public static final int MOST = 256;

    private StepChecks() {}

    public static void check(List<StepConfig> configs, int concurrency) {
        if (configs.size() > MOST) {
            throw tooMany();
        }
        for (StepConfig config : configs) {
            if (config.name() == null) {
                throw Failures.missing("steps.member.name");
            }
            if (config.hadoopJarStep() == null) {
                throw Failures.missing("steps.member.hadoopJarStep");
            }
            if (config.hadoopJarStep().jar() == null) {
                throw Failures.missing("steps.member.hadoopJarStep.jar");
            }
            if (config.actionOnFailure() == ActionOnFailure.UNKNOWN_TO_SDK_VERSION) {
                throw Failures.validation("1 validation error detected: Value '" + config.actionOnFailureAsString()
                        + "' at 'steps.member.actionOnFailure' failed to satisfy constraint: Member must satisfy enum"
                        + " value set: [CANCEL_AND_WAIT, CONTINUE, TERMINATE_JOB_FLOW, TERMINATE_CLUSTER]");
            }
            if (concurrency > 1
                    && config.actionOnFailure() != null
                    && config.actionOnFailure() != ActionOnFailure.CONTINUE) {
                throw Failures.validation("Action on failure '" + config.actionOnFailureAsString() + "' is invalid.");
            }
        }
    }

    public static RuntimeException tooMany() {
        return Failures.validation("Maximum number of active steps(State = 'Running', 'Pending' or 'Cancel_Pending')"
                + " for cluster exceeded.");
    }

    public static Step step(StepConfig config, int concurrency, Optional<String> role, Instant now) {
        ActionOnFailure otherwise = concurrency > 1 ? ActionOnFailure.CONTINUE : ActionOnFailure.TERMINATE_CLUSTER;
        return Step.builder()
                .id(Ids.step())
                .name(config.name())
                .config(config(config.hadoopJarStep()))
                .actionOnFailure(Optional.ofNullable(config.actionOnFailure()).orElse(otherwise))
                .executionRoleArn(role.orElse(null))
                .status(StepStatus.builder()
                        .state(StepState.PENDING)
                        .timeline(StepTimeline.builder().creationDateTime(now).build())
                        .build())
                .build();
    }

    private static HadoopStepConfig config(HadoopJarStepConfig jarStep) {
        return HadoopStepConfig.builder()
                .jar(jarStep.jar())
                .mainClass(jarStep.mainClass())
                .args(jarStep.args())
                .properties(jarStep.properties().stream()
                        .collect(Collectors.toMap(
                                KeyValue::key,
                                property ->
                                        Optional.ofNullable(property.value()).orElse(""),
                                (first, last) -> last)))
                .build();
    }
}
