package io.laguna.emulator.sts;

import io.laguna.emulator.kit.Identity;
import io.laguna.emulator.kit.KnownRole;
import io.laguna.emulator.kit.Principal;
import io.laguna.emulator.kit.Principal.Kind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;
import software.amazon.awssdk.services.sts.model.AssumedRoleUser;
import software.amazon.awssdk.services.sts.model.Credentials;
import software.amazon.awssdk.services.sts.model.GetSessionTokenRequest;
import software.amazon.awssdk.services.sts.model.GetSessionTokenResponse;

/**
 * The room with the operations that give temporary credentials to callers who have others.
 *
 * <p>A role trusts every caller and may do everything; a session policy takes nothing away. {@link Roles} tells which
 * roles are there. The credentials, their owner and their end are as on AWS.
 *
 * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html">AssumeRole</a>
 * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html">GetSessionToken</a>
 */
public final class Sessions extends Room {
    static final Duration HOUR = Duration.ofHours(1);
    static final int SHORTEST_SECONDS = 900;
    static final int LONGEST_ROLE_SECONDS = 43_200;
    private static final int LONGEST_USER_SECONDS = 129_600;
    private static final Duration USER_DEFAULT = Duration.ofHours(12);
    private static final int FORBIDDEN = 403;

    private final Identity identity;
    private final SessionSeal seal;
    private final Roles roles;
    private final Clock clock;

    public Sessions(Identity identity, SessionSeal seal, Roles roles, Clock clock) {
        this.identity = identity;
        this.seal = seal;
        this.roles = roles;
        this.clock = clock;
    }

    @Override
    public AssumeRoleResponse assumeRole(AssumeRoleRequest request) {
        Constraints constraints = new Constraints();
        sessionConstraints(constraints, request.roleArn(), request.roleSessionName(), request.durationSeconds());
        constraints.length("externalId", request.externalId(), 2, 1224);
        constraints.pattern("sourceIdentity", request.sourceIdentity(), Constraints.NAME);
        constraints.length("sourceIdentity", request.sourceIdentity(), 2, 64);
        constraints.check();
        SessionPolicy.check(request.policy());
        refuseDeviceCode(request.tokenCode());
        KnownRole role = roles.assumed(identity.principal(), "sts:AssumeRole", request.roleArn());
        boolean chained = identity.principal().kind() == Kind.ROLE_SESSION;
        Duration duration = Optional.ofNullable(request.durationSeconds())
                .map(Duration::ofSeconds)
                .orElse(HOUR);
        if (chained && duration.compareTo(HOUR) > 0) {
            throw Constraints.failure(
                    "ValidationError",
                    400,
                    "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining");
        }
        Roles.checkDuration(role, duration);
        Principal session = Principal.roleSession(role, request.roleSessionName());
        return AssumeRoleResponse.builder()
                .credentials(issue(seal, session, end(clock, duration)))
                .assumedRoleUser(user(session))
                .sourceIdentity(request.sourceIdentity())
                .build();
    }

    @Override
    public GetSessionTokenResponse getSessionToken(GetSessionTokenRequest request) {
        Constraints constraints = new Constraints();
        constraints.range("durationSeconds", request.durationSeconds(), SHORTEST_SECONDS, LONGEST_USER_SECONDS);
        constraints.check();
        refuseDeviceCode(request.tokenCode());
        if (identity.principal().kind() != Kind.USER) {
            throw Constraints.failure(
                    "AccessDenied", FORBIDDEN, "Cannot call GetSessionToken with session credentials");
        }
        Duration duration = Optional.ofNullable(request.durationSeconds())
                .map(Duration::ofSeconds)
                .orElse(USER_DEFAULT);
        return GetSessionTokenResponse.builder()
                .credentials(issue(seal, identity.principal().session(), end(clock, duration)))
                .build();
    }

    static void sessionConstraints(Constraints constraints, String role, String session, Integer seconds) {
        constraints.present("roleArn", role);
        constraints.length("roleArn", role, 20, 2048);
        constraints.present("roleSessionName", session);
        constraints.pattern("roleSessionName", session, Constraints.NAME);
        constraints.length("roleSessionName", session, 2, 64);
        constraints.range("durationSeconds", seconds, SHORTEST_SECONDS, LONGEST_ROLE_SECONDS);
    }

    static Credentials issue(SessionSeal seal, Principal session, Instant end) {
        TemporaryCredentials issued = seal.issue(session, end);
        return Credentials.builder()
                .accessKeyId(issued.accessKeyId())
                .secretAccessKey(issued.secretAccessKey())
                .sessionToken(issued.sessionToken())
                .expiration(issued.expiration())
                .build();
    }

    static AssumedRoleUser user(Principal session) {
        return AssumedRoleUser.builder()
                .arn(session.arn())
                .assumedRoleId(session.userId())
                .build();
    }

    static Instant end(Clock clock, Duration duration) {
        return clock.instant().plus(duration).truncatedTo(ChronoUnit.SECONDS);
    }

    /** Refuses a code of a device: nobody has a device here, so no code is right. */
    private static void refuseDeviceCode(String tokenCode) {
        if (tokenCode != null) {
            throw Constraints.failure(
                    "AccessDenied", FORBIDDEN, "MultiFactorAuthentication failed with invalid MFA one time pass code.");
        }
    }
}
