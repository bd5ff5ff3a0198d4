package io.laguna.emulator.iam;

import io.laguna.emulator.iam.account.Account;
import io.laguna.emulator.iam.account.OpenIdProviders;
import io.laguna.emulator.iam.account.Summary;
import io.laguna.emulator.iam.entity.Entities;
import io.laguna.emulator.iam.entity.Entity.Use;
import io.laguna.emulator.iam.entity.Kind;
import io.laguna.emulator.iam.key.AccessKeys;
import io.laguna.emulator.iam.key.IssuedKeys;
import io.laguna.emulator.iam.key.Logins;
import io.laguna.emulator.iam.key.OtherCredentials;
import io.laguna.emulator.iam.policy.Boundaries;
import io.laguna.emulator.iam.policy.Details;
import io.laguna.emulator.iam.policy.GroupPolicies;
import io.laguna.emulator.iam.policy.ManagedPolicies;
import io.laguna.emulator.iam.policy.Policies;
import io.laguna.emulator.iam.policy.PolicyEntities;
import io.laguna.emulator.iam.policy.PolicyTags;
import io.laguna.emulator.iam.policy.PolicyVersions;
import io.laguna.emulator.iam.policy.RolePolicies;
import io.laguna.emulator.iam.policy.UserPolicies;
import io.laguna.emulator.iam.principal.Groups;
import io.laguna.emulator.iam.principal.PrincipalTags;
import io.laguna.emulator.iam.principal.Profiles;
import io.laguna.emulator.iam.principal.Roles;
import io.laguna.emulator.iam.principal.ServiceRoles;
import io.laguna.emulator.iam.principal.Users;
import io.laguna.emulator.iam.rule.Scope;
import io.laguna.emulator.iam.rule.Self;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.Directory;
import io.laguna.emulator.kit.Identity;
import io.laguna.emulator.kit.KnownKey;
import io.laguna.emulator.kit.KnownRole;
import io.laguna.emulator.kit.Principal;
import io.laguna.emulator.kit.Service;
import io.laguna.emulator.kit.seal.Seal;
import io.laguna.emulator.kit.state.State;
import io.laguna.emulator.kit.work.Worker;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.iam.IamClient;

/**
 * AWS Identity and Access Management. One per process; it has no regions. What it keeps is answered as AWS answers it, and
 * its keys are taken by the endpoint; its policies forbid nobody anything.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/welcome.html">The API</a>
 */
public final class Iam implements Service<IamClient>, Directory {
    private static final Duration BETWEEN_NOTES = Duration.ofSeconds(30);
    private static final String NOBODY = "laguna";

    private final State state;
    private final Seal seal;
    private final ManagedPolicies managed;
    private final Clock clock;
    private final IssuedKeys issued;
    private final Map<Worked, Use> roles = new ConcurrentHashMap<>();
    private final Worker notes = new Worker("iam", this::note);

    /** A role that somebody works as. */
    private record Worked(String account, String uniqueId) {}

    private Iam(State state, Seal seal, ManagedPolicies managed, Clock clock) {
        this.state = state;
        this.seal = seal;
        this.managed = managed;
        this.clock = clock;
        this.issued = IssuedKeys.read(state, seal);
    }

    /**
     * Opens the service.
     *
     * @param state closed by whoever opened it
     * @param documents the documents of AWS's policies, which may be missing
     */
    public static Iam open(State state, Seal seal, Path documents) {
        return open(state, seal, new ManagedPolicies(documents));
    }

    static Iam open(State state, Seal seal, ManagedPolicies managed) {
        Iam opened = new Iam(state, seal, managed, Clock.systemUTC());
        opened.notes.start();
        return opened;
    }

    @Override
    public List<IamClient> rooms(Caller caller) {
        return rooms(Identity.of(caller, NOBODY));
    }

    @Override
    public List<IamClient> rooms(Identity identity) {
        Scope scope = new Scope(identity.caller().accountId(), state, clock);
        Self self = new Self(identity.principal());
        Boundaries boundaries = new Boundaries(scope, managed);
        return List.of(
                new Users(scope, self, boundaries, issued),
                new Groups(scope),
                new Roles(scope, boundaries),
                new ServiceRoles(scope),
                new Profiles(scope),
                new PrincipalTags(scope),
                boundaries,
                new Policies(scope, managed),
                new PolicyVersions(scope, managed),
                new PolicyTags(scope),
                new PolicyEntities(scope, managed),
                new UserPolicies(scope, managed),
                new GroupPolicies(scope, managed),
                new RolePolicies(scope, managed),
                new Details(scope, managed),
                new AccessKeys(scope, self, seal, issued),
                new Logins(scope, self),
                new OtherCredentials(scope, self),
                new Account(scope),
                new Summary(scope),
                new OpenIdProviders(scope));
    }

    @Override
    public Optional<KnownKey> key(String accessKeyId) {
        return issued.find(accessKeyId);
    }

    @Override
    public boolean hasRoles(String accountId) {
        return state.read(handle -> new Entities(handle).all(accountId, Kind.ROLE, "/")).stream()
                .anyMatch(role -> !role.isServiceLinked());
    }

    @Override
    public Optional<KnownRole> role(String arn) {
        String[] parts = arn.split(":", 6);
        String name = arn.substring(arn.lastIndexOf('/') + 1);
        return state.read(handle -> new Entities(handle).find(parts[4], Kind.ROLE, name))
                .filter(role -> role.arn().equals(arn))
                .map(role -> new KnownRole(
                        parts[1], role.account(), role.name(), role.uniqueId(), Duration.ofSeconds(role.session())));
    }

    @Override
    public void used(String accessKeyId, Identity identity, String service) {
        Use use = new Use(
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                service,
                identity.caller().region());
        Principal principal = identity.principal();
        switch (principal.kind()) {
            case USER -> issued.used(accessKeyId, use);
            case ROLE_SESSION -> roles.put(
                    new Worked(
                            principal.accountId(),
                            principal.userId().substring(0, principal.userId().indexOf(':'))),
                    use);
            case USER_SESSION, ANONYMOUS -> {
                // AWS notes neither with a key nor with a role.
            }
        }
    }

    /** Writes when keys and roles were used. AWS takes some minutes for that. */
    private Optional<Duration> note() {
        issued.write();
        Map<Worked, Use> noted = Map.copyOf(roles);
        if (!noted.isEmpty()) {
            state.write(transaction -> {
                noted.forEach((role, use) -> new Entities(transaction).used(role.account(), role.uniqueId(), use));
                return noted;
            });
            noted.forEach(roles::remove);
        }
        return Optional.of(BETWEEN_NOTES);
    }

    @Override
    public void close() {
        notes.close();
        note();
    }
}
