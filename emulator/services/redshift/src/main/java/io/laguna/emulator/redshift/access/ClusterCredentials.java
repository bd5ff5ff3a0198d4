package io.laguna.emulator.redshift.access;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.state.State;
import io.laguna.emulator.redshift.cluster.ClusterLookup;
import io.laguna.emulator.redshift.record.ClusterRecord;
import io.laguna.emulator.redshift.record.CredentialRecord;
import io.laguna.emulator.redshift.record.CredentialRecords;
import io.laguna.emulator.redshift.request.Constraints;
import io.laguna.emulator.redshift.request.Failures;
import io.laguna.emulator.redshift.request.Room;
import io.laguna.redshift.wire.login.Proof;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.redshift.model.GetClusterCredentialsRequest;
import software.amazon.awssdk.services.redshift.model.GetClusterCredentialsResponse;
import software.amazon.awssdk.services.redshift.model.GetClusterCredentialsWithIamRequest;
import software.amazon.awssdk.services.redshift.model.GetClusterCredentialsWithIamResponse;

/**
 * Temporary credentials, by which a client becomes a user of a cluster without knowing a password.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/APIReference/API_GetClusterCredentials.html">
 *     GetClusterCredentials</a>
 */
public final class ClusterCredentials extends Room {
    private static final int SHORTEST = 900;
    private static final int LONGEST = 3600;
    private static final int PASSWORD_BYTES = 48;
    private static final SecureRandom RANDOM = new SecureRandom();
    /** The user of IAM who calls: an account has no other yet. */
    private static final String ROOT = "IAM:root";

    private final Caller caller;
    private final State state;
    private final Clock clock;

    public ClusterCredentials(Caller caller, State state, Clock clock) {
        this.caller = caller;
        this.state = state;
        this.clock = clock;
    }

    /** Makes credentials for a user of the cluster, who is made at the first login where the request says so. */
    @Override
    public GetClusterCredentialsResponse getClusterCredentials(GetClusterCredentialsRequest request) {
        String role = Constraints.user(
                "DbUser",
                Optional.ofNullable(request.dbUser())
                        .map(user -> user.toLowerCase(Locale.ROOT))
                        .orElse(null));
        boolean creates = Boolean.TRUE.equals(request.autoCreate());
        NewCredentials made = made((creates ? "IAMA:" : "IAM:") + role, request.durationSeconds());
        List<String> groups = request.dbGroups().stream()
                .map(group -> Constraints.user("DbGroups", group))
                .toList();
        keep(
                named(request.clusterIdentifier(), request.customDomainName()),
                made,
                role,
                database(request.dbName()),
                creates,
                groups);
        return GetClusterCredentialsResponse.builder()
                .dbUser(made.user())
                .dbPassword(made.password())
                .expiration(made.expires())
                .build();
    }

    /** Makes credentials for the user that stands for the caller's own identity, and who is made at the first login. */
    @Override
    public GetClusterCredentialsWithIamResponse getClusterCredentialsWithIAM(
            GetClusterCredentialsWithIamRequest request) {
        NewCredentials made = made(ROOT, request.durationSeconds());
        keep(
                named(request.clusterIdentifier(), request.customDomainName()),
                made,
                ROOT,
                database(request.dbName()),
                true,
                List.of());
        return GetClusterCredentialsWithIamResponse.builder()
                .dbUser(made.user())
                .dbPassword(made.password())
                .expiration(made.expires())
                .nextRefreshTime(made.expires())
                .build();
    }

    private static String named(String identifier, String domain) {
        if (domain != null && !domain.isEmpty()) {
            throw Failures.notBuilt("CustomDomainName");
        }
        return identifier;
    }

    private static Optional<String> database(String given) {
        return Optional.ofNullable(given)
                .filter(name -> !name.isEmpty())
                .map(name -> Constraints.database("DbName", name.toLowerCase(Locale.ROOT)));
    }

    /**
     * Credentials that have been made.
     *
     * @param password never to be printed or logged
     */
    private record NewCredentials(String user, String password, Instant expires) {
        @Override
        public String toString() {
            return "NewCredentials of " + user;
        }
    }

    private NewCredentials made(String user, Integer seconds) {
        int duration = Optional.ofNullable(seconds).orElse(SHORTEST);
        if (duration < SHORTEST || duration > LONGEST) {
            throw Failures.parameter(
                    "DurationSeconds must be between " + SHORTEST + " and " + LONGEST + ": " + duration + ".");
        }
        byte[] random = new byte[PASSWORD_BYTES];
        RANDOM.nextBytes(random);
        String password = Base64.getEncoder().encodeToString(random);
        Instant expires = clock.instant().plus(Duration.ofSeconds(duration)).truncatedTo(ChronoUnit.MILLIS);
        return new NewCredentials(user, password, expires);
    }

    private void keep(
            String identifier,
            NewCredentials made,
            String role,
            Optional<String> database,
            boolean creates,
            List<String> groups) {
        state.write(handle -> {
            ClusterRecord cluster = ClusterLookup.find(handle, caller, identifier);
            CredentialRecord record = record(cluster.namespace(), made, role, database, creates, groups);
            new CredentialRecords(handle).insert(record, clock.instant());
            return record;
        });
    }

    private static CredentialRecord record(
            UUID namespace,
            NewCredentials made,
            String role,
            Optional<String> database,
            boolean creates,
            List<String> groups) {
        return new CredentialRecord(
                namespace,
                made.user(),
                Proof.Md5.of(made.user(), made.password()).digest(),
                role,
                database,
                creates,
                groups,
                made.expires());
    }
}
