package io.laguna.emulator.emr;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.laguna.emulator.emr.record.SecurityConfigurationRecords;
import io.laguna.emulator.emr.request.Constraints;
import io.laguna.emulator.emr.request.Failures;
import io.laguna.emulator.emr.request.Room;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.request.Page;
import io.laguna.emulator.kit.state.State;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.emr.model.CreateSecurityConfigurationRequest;
import software.amazon.awssdk.services.emr.model.CreateSecurityConfigurationResponse;
import software.amazon.awssdk.services.emr.model.DeleteSecurityConfigurationRequest;
import software.amazon.awssdk.services.emr.model.DeleteSecurityConfigurationResponse;
import software.amazon.awssdk.services.emr.model.DescribeSecurityConfigurationRequest;
import software.amazon.awssdk.services.emr.model.DescribeSecurityConfigurationResponse;
import software.amazon.awssdk.services.emr.model.ListSecurityConfigurationsRequest;
import software.amazon.awssdk.services.emr.model.ListSecurityConfigurationsResponse;
import software.amazon.awssdk.services.emr.model.SecurityConfigurationSummary;

/**
 * Security configurations: kept and returned. There are no disks to encrypt and no roles to take here.
 *
 * <p>https://docs.aws.amazon.com/emr/latest/APIReference/API_CreateSecurityConfiguration.html and others
 */
final class SecurityConfigurations extends Room {
    private static final int PAGE = 50;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Caller caller;
    private final State state;

    SecurityConfigurations(Caller caller, State state) {
        this.caller = caller;
        this.state = state;
    }

    @Override
    public CreateSecurityConfigurationResponse createSecurityConfiguration(CreateSecurityConfigurationRequest request) {
        String name = Optional.ofNullable(request.name()).orElseThrow(() -> Failures.missing("name"));
        String configuration = Optional.ofNullable(request.securityConfiguration())
                .orElseThrow(() -> Failures.missing("securityConfiguration"));
        new Constraints().text("name", name).check();
        checkJson(configuration);
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        boolean created = state.write(handle -> new SecurityConfigurationRecords(handle, caller)
                .insert(new SecurityConfigurationRecords.Named(name, configuration, now)));
        if (!created) {
            throw Failures.invalid("SecurityConfiguration with name '" + name + "' already exists.");
        }
        return CreateSecurityConfigurationResponse.builder()
                .name(name)
                .creationDateTime(now)
                .build();
    }

    @Override
    public DescribeSecurityConfigurationResponse describeSecurityConfiguration(
            DescribeSecurityConfigurationRequest request) {
        SecurityConfigurationRecords.Named named =
                state.read(handle -> new SecurityConfigurationRecords(handle, caller).known(request.name()));
        return DescribeSecurityConfigurationResponse.builder()
                .name(named.name())
                .securityConfiguration(named.configuration())
                .creationDateTime(named.created())
                .build();
    }

    @Override
    public ListSecurityConfigurationsResponse listSecurityConfigurations(ListSecurityConfigurationsRequest request) {
        List<SecurityConfigurationRecords.Named> all =
                state.read(handle -> new SecurityConfigurationRecords(handle, caller).all());
        Page<SecurityConfigurationRecords.Named> page = Page.ofOrdered(
                all, SecurityConfigurationRecords.Named::name, request.marker(), PAGE, Failures::badToken);
        return ListSecurityConfigurationsResponse.builder()
                .securityConfigurations(page.entries().stream()
                        .map(named -> SecurityConfigurationSummary.builder()
                                .name(named.name())
                                .creationDateTime(named.created())
                                .build())
                        .toList())
                .marker(page.nextToken().orElse(null))
                .build();
    }

    @Override
    public DeleteSecurityConfigurationResponse deleteSecurityConfiguration(DeleteSecurityConfigurationRequest request) {
        state.write(handle -> {
            SecurityConfigurationRecords records = new SecurityConfigurationRecords(handle, caller);
            records.delete(records.known(request.name()).name());
            return true;
        });
        return DeleteSecurityConfigurationResponse.builder().build();
    }

    private static void checkJson(String configuration) {
        try {
            if (JSON.readTree(configuration).isObject()) {
                return;
            }
        } catch (JsonProcessingException e) {
            throw Failures.invalid("The security configuration is not valid JSON: " + e.getOriginalMessage());
        }
        throw Failures.invalid("The security configuration is not a JSON object.");
    }
}
