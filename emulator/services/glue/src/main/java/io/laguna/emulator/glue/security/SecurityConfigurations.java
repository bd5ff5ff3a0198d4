package io.laguna.emulator.glue.security;

import io.laguna.emulator.glue.request.Constraints;
import io.laguna.emulator.glue.request.Failures;
import io.laguna.emulator.glue.request.Room;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.request.Page;
import io.laguna.emulator.kit.state.State;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.glue.model.CloudWatchEncryptionMode;
import software.amazon.awssdk.services.glue.model.CreateSecurityConfigurationRequest;
import software.amazon.awssdk.services.glue.model.CreateSecurityConfigurationResponse;
import software.amazon.awssdk.services.glue.model.DataQualityEncryptionMode;
import software.amazon.awssdk.services.glue.model.DeleteSecurityConfigurationRequest;
import software.amazon.awssdk.services.glue.model.DeleteSecurityConfigurationResponse;
import software.amazon.awssdk.services.glue.model.EncryptionConfiguration;
import software.amazon.awssdk.services.glue.model.GetSecurityConfigurationRequest;
import software.amazon.awssdk.services.glue.model.GetSecurityConfigurationResponse;
import software.amazon.awssdk.services.glue.model.GetSecurityConfigurationsRequest;
import software.amazon.awssdk.services.glue.model.GetSecurityConfigurationsResponse;
import software.amazon.awssdk.services.glue.model.JobBookmarksEncryptionMode;
import software.amazon.awssdk.services.glue.model.S3EncryptionMode;
import software.amazon.awssdk.services.glue.model.SecurityConfiguration;

/**
 * The operations on security configurations. Every account has its own in every region. Nothing is encrypted by them.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/aws-glue-api-jobs-security.html">Security</a>
 */
public final class SecurityConfigurations extends Room {
    private static final int LARGEST = 1000;
    private static final int USUAL = 100;
    private static final String KEY = "^$|arn:aws[a-z0-9-]*:kms:.*";
    private static final Pattern KEY_PATTERN = Pattern.compile(KEY);

    private final Caller caller;
    private final State state;
    private final Clock clock;

    public SecurityConfigurations(Caller caller, State state, Clock clock) {
        this.caller = caller;
        this.state = state;
        this.clock = clock;
    }

    @Override
    public CreateSecurityConfigurationResponse createSecurityConfiguration(CreateSecurityConfigurationRequest request) {
        Constraints constraints = new Constraints()
                .name("name", request.name())
                .present("encryptionConfiguration", request.encryptionConfiguration());
        Optional.ofNullable(request.encryptionConfiguration()).ifPresent(given -> check(constraints, given));
        constraints.check();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        SecurityConfiguration made = SecurityConfiguration.builder()
                .name(request.name())
                .createdTimeStamp(now)
                .encryptionConfiguration(request.encryptionConfiguration())
                .build();
        if (!state.<Boolean>write(transaction -> new SecurityConfigurationRecords(transaction).insert(caller, made))) {
            throw Failures.exists("Security configuration");
        }
        return CreateSecurityConfigurationResponse.builder()
                .name(request.name())
                .createdTimestamp(now)
                .build();
    }

    @Override
    public GetSecurityConfigurationResponse getSecurityConfiguration(GetSecurityConfigurationRequest request) {
        new Constraints().name("name", request.name()).check();
        return GetSecurityConfigurationResponse.builder()
                .securityConfiguration(
                        state.read(handle -> new SecurityConfigurationRecords(handle).find(caller, request.name()))
                                .orElseThrow(() -> SecurityConfigurationRecords.missing(request.name())))
                .build();
    }

    @Override
    public GetSecurityConfigurationsResponse getSecurityConfigurations(GetSecurityConfigurationsRequest request) {
        new Constraints().range("maxResults", request.maxResults(), 1, LARGEST).check();
        Page<SecurityConfiguration> page = Page.ofSorted(
                state.read(handle -> new SecurityConfigurationRecords(handle).all(caller)),
                SecurityConfiguration::name,
                request.nextToken(),
                Page.size(request.maxResults(), USUAL),
                Failures::badToken);
        return GetSecurityConfigurationsResponse.builder()
                .securityConfigurations(page.entries())
                .nextToken(page.nextToken().orElse(null))
                .build();
    }

    /** Deletes a configuration. Definitions that name it stay as they are. */
    @Override
    public DeleteSecurityConfigurationResponse deleteSecurityConfiguration(DeleteSecurityConfigurationRequest request) {
        new Constraints().name("name", request.name()).check();
        if (!state.<Boolean>write(
                transaction -> new SecurityConfigurationRecords(transaction).delete(caller, request.name()))) {
            throw SecurityConfigurationRecords.missing(request.name());
        }
        return DeleteSecurityConfigurationResponse.builder().build();
    }

    private static void check(Constraints constraints, EncryptionConfiguration given) {
        String path = "encryptionConfiguration.";
        given.s3Encryption().forEach(each -> constraints
                .oneOf(
                        path + "s3Encryption.s3EncryptionMode",
                        each.s3EncryptionModeAsString(),
                        S3EncryptionMode.knownValues())
                .pattern(path + "s3Encryption.kmsKeyArn", each.kmsKeyArn(), KEY_PATTERN, KEY));
        Optional.ofNullable(given.cloudWatchEncryption()).ifPresent(each -> constraints
                .oneOf(
                        path + "cloudWatchEncryption.cloudWatchEncryptionMode",
                        each.cloudWatchEncryptionModeAsString(),
                        CloudWatchEncryptionMode.knownValues())
                .pattern(path + "cloudWatchEncryption.kmsKeyArn", each.kmsKeyArn(), KEY_PATTERN, KEY));
        Optional.ofNullable(given.jobBookmarksEncryption()).ifPresent(each -> constraints
                .oneOf(
                        path + "jobBookmarksEncryption.jobBookmarksEncryptionMode",
                        each.jobBookmarksEncryptionModeAsString(),
                        JobBookmarksEncryptionMode.knownValues())
                .pattern(path + "jobBookmarksEncryption.kmsKeyArn", each.kmsKeyArn(), KEY_PATTERN, KEY));
        Optional.ofNullable(given.dataQualityEncryption()).ifPresent(each -> constraints
                .oneOf(
                        path + "dataQualityEncryption.dataQualityEncryptionMode",
                        each.dataQualityEncryptionModeAsString(),
                        DataQualityEncryptionMode.knownValues())
                .pattern(path + "dataQualityEncryption.kmsKeyArn", each.kmsKeyArn(), KEY_PATTERN, KEY));
    }
}
