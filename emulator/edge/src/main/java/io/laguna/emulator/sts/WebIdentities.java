package io.laguna.emulator.sts;

import io.laguna.emulator.kit.KnownRole;
import io.laguna.emulator.kit.Principal;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.services.sts.model.AssumeRoleWithWebIdentityRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleWithWebIdentityResponse;
import software.amazon.awssdk.services.sts.model.ExpiredTokenException;
import software.amazon.awssdk.services.sts.model.InvalidIdentityTokenException;

/**
 * The room with the operations that give temporary credentials to callers who have a token of an identity provider.
 *
 * <p>Laguna knows no provider, and so cannot tell who signed a token. Where any credentials are taken, any well-formed
 * token that has not ended is taken too; where callers must prove who they are, no token is taken.
 *
 * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html">
 *     AssumeRoleWithWebIdentity</a>
 */
public final class WebIdentities extends Room {
    private final SessionSeal seal;
    private final Roles roles;
    private final Clock clock;
    private final boolean open;

    /**
     * Creates a room for one call.
     *
     * @param open whether any credentials are taken
     */
    public WebIdentities(SessionSeal seal, Roles roles, Clock clock, boolean open) {
        this.seal = seal;
        this.roles = roles;
        this.clock = clock;
        this.open = open;
    }

    @Override
    public AssumeRoleWithWebIdentityResponse assumeRoleWithWebIdentity(AssumeRoleWithWebIdentityRequest request) {
        Constraints constraints = new Constraints();
        Sessions.sessionConstraints(
                constraints, request.roleArn(), request.roleSessionName(), request.durationSeconds());
        constraints.present("webIdentityToken", request.webIdentityToken());
        constraints.length("webIdentityToken", request.webIdentityToken(), 4, 20_000);
        constraints.check();
        SessionPolicy.check(request.policy());
        WebIdentityToken token = token(request.webIdentityToken());
        KnownRole role =
                roles.assumed(Principal.anonymous(token.subject()), "sts:AssumeRoleWithWebIdentity", request.roleArn());
        Duration duration = Optional.ofNullable(request.durationSeconds())
                .map(Duration::ofSeconds)
                .orElse(Sessions.HOUR);
        Roles.checkDuration(role, duration);
        Principal session = Principal.roleSession(role, request.roleSessionName());
        return AssumeRoleWithWebIdentityResponse.builder()
                .credentials(Sessions.issue(seal, session, Sessions.end(clock, duration)))
                .assumedRoleUser(Sessions.user(session))
                .subjectFromWebIdentityToken(token.subject())
                .audience(token.audience())
                .provider(token.issuer())
                .build();
    }

    private WebIdentityToken token(String text) {
        WebIdentityToken token = WebIdentityToken.parse(text).orElseThrow(() -> InvalidIdentityTokenException.builder()
                .message("The ID Token provided is not a valid JWT. (You may see this error if you sent an Access"
                        + " Token)")
                .build());
        if (!open) {
            throw InvalidIdentityTokenException.builder()
                    .message("No OpenIDConnect provider found in your account for " + token.issuer())
                    .build();
        }
        if (!token.expiration().isAfter(clock.instant())) {
            throw ExpiredTokenException.builder()
                    .message("Token expired: current date/time "
                            + clock.instant().getEpochSecond()
                            + " must be before the expiration date/time "
                            + token.expiration().getEpochSecond())
                    .build();
        }
        return token;
    }
}
