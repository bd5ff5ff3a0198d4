package io.laguna.emulator.emr.check;

import io.laguna.emulator.emr.release.Release;
import io.laguna.emulator.emr.release.Releases;
import io.laguna.emulator.emr.request.Constraints;
import io.laguna.emulator.emr.request.Failures;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.emr.model.AutoTerminationPolicy;
import software.amazon.awssdk.services.emr.model.BootstrapActionConfig;
import software.amazon.awssdk.services.emr.model.RepoUpgradeOnBoot;
import software.amazon.awssdk.services.emr.model.RunJobFlowRequest;
import software.amazon.awssdk.services.emr.model.ScaleDownBehavior;
import software.amazon.awssdk.services.emr.model.ScriptBootstrapActionConfig;
import software.amazon.awssdk.services.emr.model.Tag;

/**
 * The checks of a request for a cluster, with EMR's own words where they are known.
 *
 * @see <a href="https://docs.aws.amazon.com/emr/latest/APIReference/API_RunJobFlow.html">RunJobFlow</a>
 */
public record JobFlowChecks(Releases releases) {
    private static final int LEVELS = 256;
    private static final int BOOTSTRAP_ACTIONS = 16;
    private static final int SHORTEST_IDLE = 60;
    private static final int LONGEST_IDLE = 604_800;

    /** Returns the release that is asked for, when nothing is wrong. */
    public Release check(RunJobFlowRequest request) {
        if (request.name() == null) {
            throw Failures.missing("name");
        }
        if (request.instances() == null) {
            throw Failures.missing("instances");
        }
        if (request.serviceRole() == null) {
            throw Failures.validation("ServiceRole is required for creating cluster.");
        }
        if (request.jobFlowRole() == null) {
            throw Failures.validation("InstanceProfile is required for creating cluster.");
        }
        checkMembers(request);
        Release release = release(request);
        List<String> unknown = request.applications().stream()
                .filter(application -> release.application(application).isEmpty())
                .map(application -> Optional.ofNullable(application.name()).orElse("null"))
                .toList();
        if (!unknown.isEmpty()) {
            throw Failures.validation("The supplied application is invalid for release label " + release.label() + ": "
                    + String.join(", ", unknown) + ".");
        }
        InstanceChecks.check(request.instances());
        int concurrency = concurrency(request.stepConcurrencyLevel());
        StepChecks.check(request.steps(), concurrency);
        checkBootstrapActions(request.bootstrapActions());
        Optional.ofNullable(request.autoTerminationPolicy()).ifPresent(JobFlowChecks::check);
        Optional.ofNullable(request.managedScalingPolicy()).ifPresent(ScalingChecks::check);
        checkTags(request.tags());
        return release;
    }

    private static void checkMembers(RunJobFlowRequest request) {
        new Constraints()
                .text("name", request.name())
                .longText("logUri", request.logUri())
                .longText("logEncryptionKmsKeyId", request.logEncryptionKmsKeyId())
                .longText("additionalInfo", request.additionalInfo())
                .longText("jobFlowRole", request.jobFlowRole())
                .longText("serviceRole", request.serviceRole())
                .longText("securityConfiguration", request.securityConfiguration())
                .longText("autoScalingRole", request.autoScalingRole())
                .text("customAmiId", request.customAmiId())
                .text("osReleaseLabel", request.osReleaseLabel())
                .oneOf("scaleDownBehavior", request.scaleDownBehaviorAsString(), ScaleDownBehavior.knownValues())
                .oneOf("repoUpgradeOnBoot", request.repoUpgradeOnBootAsString(), RepoUpgradeOnBoot.knownValues())
                .check();
    }

    private Release release(RunJobFlowRequest request) {
        if (!request.supportedProducts().isEmpty()
                || !request.newSupportedProducts().isEmpty()) {
            throw Failures.validation(
                    "Cannot specify supported products when release label is used." + " Specify applications instead.");
        }
        if (request.amiVersion() != null && request.releaseLabel() != null) {
            throw Failures.validation("Only one AMI version and release label may be specified. Provided AMI: "
                    + request.amiVersion() + ", release label: " + request.releaseLabel() + ".");
        }
        if (request.amiVersion() != null) {
            throw Failures.validation("The supplied ami version is invalid.");
        }
        if (request.releaseLabel() == null) {
            throw Failures.validation(
                    "Must specify exactly one of the following: release label, AMI version, or" + " Hadoop version.");
        }
        return releases.find(request.releaseLabel())
                .orElseThrow(() ->
                        Failures.validation("The supplied release label is invalid: " + request.releaseLabel() + "."));
    }

    /** How many steps may run at once, 1 where nothing is said. */
    public static int concurrency(Integer level) {
        int concurrency = Objects.requireNonNullElse(level, 1);
        if (concurrency < 1 || concurrency > LEVELS) {
            throw Failures.validation("Invalid step concurrency level. Allowed level is from 1 to 256");
        }
        return concurrency;
    }

    public static void check(AutoTerminationPolicy policy) {
        long idle = Optional.ofNullable(policy.idleTimeout())
                .orElseThrow(() -> Failures.missing("autoTerminationPolicy.idleTimeout"));
        if (idle < SHORTEST_IDLE || idle > LONGEST_IDLE) {
            throw Failures.validation("The idle timeout of an auto-termination policy must be from " + SHORTEST_IDLE
                    + " to " + LONGEST_IDLE + " seconds.");
        }
    }

    public static void checkTags(List<Tag> tags) {
        for (Tag tag : tags) {
            int length = Optional.ofNullable(tag.key()).map(String::length).orElse(0);
            if (length < 1 || length > 128) {
                throw Failures.invalid("Invalid tag key: '" + tag.key()
                        + "'. Tag keys must be between 1 and 128 characters in length.");
            }
            if (Optional.ofNullable(tag.value()).orElse("").length() > 256) {
                throw Failures.invalid("Invalid tag value: '" + tag.value()
                        + "'. Tag values must be between 1 and 128 characters in length.");
            }
        }
    }

    private static void checkBootstrapActions(List<BootstrapActionConfig> actions) {
        if (actions.size() > BOOTSTRAP_ACTIONS) {
            throw Failures.validation("Maximum number of bootstrap actions for cluster exceeded.");
        }
        for (BootstrapActionConfig action : actions) {
            if (action.name() == null) {
                throw Failures.missing("bootstrapActions.member.name");
            }
            if (Optional.ofNullable(action.scriptBootstrapAction())
                    .map(ScriptBootstrapActionConfig::path)
                    .isEmpty()) {
                throw Failures.missing("bootstrapActions.member.scriptBootstrapAction.path");
            }
        }
    }
}
