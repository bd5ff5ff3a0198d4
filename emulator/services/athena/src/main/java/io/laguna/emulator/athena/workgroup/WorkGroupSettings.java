package io.laguna.emulator.athena.workgroup;

import io.laguna.emulator.athena.request.Constraints;
import io.laguna.emulator.athena.request.Failures;
import io.laguna.emulator.kit.shape.Shapes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.services.athena.model.AclConfiguration;
import software.amazon.awssdk.services.athena.model.EncryptionConfiguration;
import software.amazon.awssdk.services.athena.model.EncryptionOption;
import software.amazon.awssdk.services.athena.model.ManagedQueryResultsConfiguration;
import software.amazon.awssdk.services.athena.model.ManagedQueryResultsConfigurationUpdates;
import software.amazon.awssdk.services.athena.model.ResultConfiguration;
import software.amazon.awssdk.services.athena.model.ResultConfigurationUpdates;
import software.amazon.awssdk.services.athena.model.S3AclOption;
import software.amazon.awssdk.services.athena.model.WorkGroupConfiguration;
import software.amazon.awssdk.services.athena.model.WorkGroupConfigurationUpdates;

/**
 * The configuration of a workgroup, made of a request's settings and the defaults.
 *
 * @see <a href="https://docs.aws.amazon.com/athena/latest/APIReference/API_WorkGroupConfiguration.html">WorkGroupConfiguration</a>
 */
final class WorkGroupSettings {
    /** The lowest limit of bytes: "Valid Range: Minimum value of 10000000." */
    private static final long LOWEST_CUTOFF = 10_000_000;

    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");
    private static final Pattern S3_PATH = Pattern.compile("s3://[^/]+(/.*)?");
    private static final Set<String> OF_SPARK = Set.of(
            "AdditionalConfiguration",
            "ExecutionRole",
            "MonitoringConfiguration",
            "EngineConfiguration",
            "CustomerContentEncryptionConfiguration");

    private WorkGroupSettings() {}

    /** Returns the configuration of the workgroup that every account has: clients say where results go. */
    static WorkGroupConfiguration ofPrimary() {
        return created(WorkGroupConfiguration.builder()
                .enforceWorkGroupConfiguration(false)
                .build());
    }

    static WorkGroupConfiguration created(WorkGroupConfiguration given) {
        Constraints constraints = new Constraints();
        constrain(constraints, "configuration", given);
        constrain(constraints, "configuration.resultConfiguration", result(given));
        constraints.check();
        return whole(given);
    }

    /**
     * Returns a configuration with the members that the updates give, and without those that they remove; the others
     * are as they were.
     */
    static WorkGroupConfiguration updated(WorkGroupConfiguration before, WorkGroupConfigurationUpdates updates) {
        ResultConfigurationUpdates results = Optional.ofNullable(updates.resultConfigurationUpdates())
                .orElse(ResultConfigurationUpdates.builder().build());
        Constraints constraints = new Constraints();
        constrain(
                constraints,
                "configurationUpdates",
                Shapes.copy(updates, WorkGroupConfiguration.builder()).build());
        constrain(
                constraints,
                "configurationUpdates.resultConfigurationUpdates",
                Shapes.copy(results, ResultConfiguration.builder()).build());
        constraints.check();
        WorkGroupConfiguration.Builder after = Shapes.copy(updates, before.toBuilder());
        if (isTrue(updates.removeBytesScannedCutoffPerQuery())) {
            after.bytesScannedCutoffPerQuery(null);
        }
        Optional.ofNullable(updates.managedQueryResultsConfigurationUpdates())
                .map(ManagedQueryResultsConfigurationUpdates::enabled)
                .ifPresent(enabled -> after.managedQueryResultsConfiguration(managed -> managed.enabled(enabled)));
        return whole(after.resultConfiguration(updated(result(before), results)).build());
    }

    private static ResultConfiguration updated(ResultConfiguration before, ResultConfigurationUpdates updates) {
        ResultConfiguration.Builder after = Shapes.copy(updates, before.toBuilder());
        if (isTrue(updates.removeOutputLocation())) {
            after.outputLocation(null);
        }
        if (isTrue(updates.removeEncryptionConfiguration())) {
            after.encryptionConfiguration((EncryptionConfiguration) null);
        }
        if (isTrue(updates.removeExpectedBucketOwner())) {
            after.expectedBucketOwner(null);
        }
        if (isTrue(updates.removeAclConfiguration())) {
            after.aclConfiguration((AclConfiguration) null);
        }
        return after.build();
    }

    private static WorkGroupConfiguration whole(WorkGroupConfiguration given) {
        checkBuilt(given);
        return given.toBuilder()
                .resultConfiguration(result(given))
                .enforceWorkGroupConfiguration(Optional.ofNullable(given.enforceWorkGroupConfiguration())
                        .orElse(true))
                .publishCloudWatchMetricsEnabled(Optional.ofNullable(given.publishCloudWatchMetricsEnabled())
                        .orElse(false))
                .requesterPaysEnabled(
                        Optional.ofNullable(given.requesterPaysEnabled()).orElse(false))
                .enableMinimumEncryptionConfiguration(Optional.ofNullable(given.enableMinimumEncryptionConfiguration())
                        .orElse(false))
                .engineVersion(EngineVersions.of(given.engineVersion()))
                .build();
    }

    private static ResultConfiguration result(WorkGroupConfiguration configuration) {
        return Optional.ofNullable(configuration.resultConfiguration())
                .orElse(ResultConfiguration.builder().build());
    }

    private static void constrain(Constraints constraints, String path, WorkGroupConfiguration given) {
        constraints.atLeast(path + ".bytesScannedCutoffPerQuery", given.bytesScannedCutoffPerQuery(), LOWEST_CUTOFF);
        Optional.ofNullable(given.engineVersion())
                .ifPresent(version -> constraints.length(
                        path + ".engineVersion.selectedEngineVersion", version.selectedEngineVersion(), 1, 128));
    }

    private static void constrain(Constraints constraints, String path, ResultConfiguration given) {
        constraints
                .pattern(path + ".outputLocation", given.outputLocation(), S3_PATH)
                .pattern(path + ".expectedBucketOwner", given.expectedBucketOwner(), ACCOUNT);
        Optional.ofNullable(given.encryptionConfiguration()).ifPresent(encryption -> {
            constraints
                    .present(path + ".encryptionConfiguration.encryptionOption", encryption.encryptionOption())
                    .oneOf(
                            path + ".encryptionConfiguration.encryptionOption",
                            encryption.encryptionOptionAsString(),
                            List.copyOf(EncryptionOption.knownValues()));
            if (encryption.encryptionOption() != EncryptionOption.SSE_S3) {
                constraints.present(path + ".encryptionConfiguration.kmsKey", encryption.kmsKey());
            }
        });
        Optional.ofNullable(given.aclConfiguration()).ifPresent(acl -> constraints
                .present(path + ".aclConfiguration.s3AclOption", acl.s3AclOption())
                .oneOf(
                        path + ".aclConfiguration.s3AclOption",
                        acl.s3AclOptionAsString(),
                        List.copyOf(S3AclOption.knownValues())));
    }

    private static void checkBuilt(WorkGroupConfiguration given) {
        for (SdkField<?> field : given.sdkFields()) {
            if (OF_SPARK.contains(field.memberName())
                    && Shapes.value(field, given).isPresent()) {
                throw Failures.invalid(field.memberName()
                        + " is not implemented by Laguna: it is for Spark workgroups, and Laguna's run SQL.");
            }
        }
        ManagedQueryResultsConfiguration managed = given.managedQueryResultsConfiguration();
        if (managed != null && isTrue(managed.enabled())) {
            checkManaged(given, managed);
        }
        if (given.identityCenterConfiguration() != null
                && isTrue(given.identityCenterConfiguration().enableIdentityCenter())) {
            throw Failures.invalid("IdentityCenterConfiguration is not implemented by Laguna.");
        }
        if (given.queryResultsS3AccessGrantsConfiguration() != null
                && isTrue(given.queryResultsS3AccessGrantsConfiguration().enableS3AccessGrants())) {
            throw Failures.invalid("QueryResultsS3AccessGrantsConfiguration is not implemented by Laguna.");
        }
    }

    /** "A workgroup cannot have the ResultConfiguration$OutputLocation parameter when you set this field to true." */
    private static void checkManaged(WorkGroupConfiguration given, ManagedQueryResultsConfiguration managed) {
        if (result(given).outputLocation() != null) {
            throw Failures.invalid(
                    "ResultConfiguration.OutputLocation cannot be set when managed query results are enabled.");
        }
        if (managed.encryptionConfiguration() != null) {
            throw Failures.invalid(
                    "ManagedQueryResultsConfiguration.EncryptionConfiguration is not implemented by Laguna.");
        }
    }

    private static boolean isTrue(Boolean flag) {
        return Boolean.TRUE.equals(flag);
    }
}
