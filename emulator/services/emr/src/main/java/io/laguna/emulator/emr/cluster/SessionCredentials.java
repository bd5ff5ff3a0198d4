package io.laguna.emulator.emr.cluster;

import io.laguna.emulator.emr.record.ClusterRecord;
import io.laguna.emulator.emr.record.SecurityConfigurationRecords;
import io.laguna.emulator.emr.request.Failures;
import io.laguna.emulator.emr.request.Ids;
import io.laguna.emulator.emr.request.Room;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.state.State;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import software.amazon.awssdk.services.emr.model.ClusterState;
import software.amazon.awssdk.services.emr.model.Credentials;
import software.amazon.awssdk.services.emr.model.GetClusterSessionCredentialsRequest;
import software.amazon.awssdk.services.emr.model.GetClusterSessionCredentialsResponse;
import software.amazon.awssdk.services.emr.model.UsernamePassword;

/**
 * A name and a password for the applications of a cluster that has runtime roles. None of the applications that are here
 * asks for one.
 *
 * <p>https://docs.aws.amazon.com/emr/latest/APIReference/API_GetClusterSessionCredentials.html
 */
public final class SessionCredentials extends Room {
    private static final Duration VALID = Duration.ofHours(1);

    private final Caller caller;
    private final State state;
    private final ClusterLookup lookup;

    public SessionCredentials(Caller caller, State state) {
        this.caller = caller;
        this.state = state;
        this.lookup = new ClusterLookup(caller, state);
    }

    @Override
    public GetClusterSessionCredentialsResponse getClusterSessionCredentials(
            GetClusterSessionCredentialsRequest request) {
        ClusterRecord record = lookup.known(request.clusterId());
        if (record.state() != ClusterState.RUNNING && record.state() != ClusterState.WAITING) {
            throw Failures.invalid("Cluster '" + record.id() + "' is not running or waiting.");
        }
        if (!hasRuntimeRoles(record)) {
            throw Failures.invalid("Runtime roles are not enabled for cluster '" + record.id()
                    + "': its security configuration has to set EnableApplicationScopedIAMRole.");
        }
        return GetClusterSessionCredentialsResponse.builder()
                .credentials(Credentials.fromUsernamePassword(UsernamePassword.builder()
                        .username(Ids.credential())
                        .password(Ids.credential())
                        .build()))
                .expiresAt(Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(VALID))
                .build();
    }

    private boolean hasRuntimeRoles(ClusterRecord record) {
        return Optional.ofNullable(record.cluster().securityConfiguration())
                .flatMap(name -> state.read(handle -> new SecurityConfigurationRecords(handle, caller).find(name)))
                .filter(named ->
                        named.configuration().replaceAll("\\s", "").contains("\"EnableApplicationScopedIAMRole\":true"))
                .isPresent();
    }
}
