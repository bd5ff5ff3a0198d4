package io.laguna.emulator.edge;

import io.laguna.emulator.edge.mount.OperationIndex;
import io.laguna.emulator.edge.mount.ServiceMount;
import io.laguna.emulator.edge.service.MountedService;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.Directory;
import io.laguna.emulator.kit.Identity;
import io.laguna.emulator.kit.Principal;
import io.laguna.emulator.sts.CallerIdentity;
import io.laguna.emulator.sts.Roles;
import io.laguna.emulator.sts.SessionSeal;
import io.laguna.emulator.sts.Sessions;
import io.laguna.emulator.sts.WebIdentities;
import io.laguna.wire.Rooms;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import software.amazon.awssdk.services.sts.StsClient;

/** The mount of the Security Token Service at the edge. */
public final class StsMount {
    /** The operations that carry a token of a third party instead of a signature. */
    private static final Set<String> UNSIGNED = Set.of("AssumeRoleWithWebIdentity", "AssumeRoleWithSAML");

    private StsMount() {}

    static MountedService of(SessionSeal seal, Directory directory, Clock clock, boolean open) {
        return MountedService.perIdentity(
                OperationIndex.of(StsClient.class, "sts"),
                identity -> rooms(identity, seal, directory, clock, open),
                UNSIGNED);
    }

    /**
     * Returns the service as schedules call it: as a user of their account.
     *
     * @param directory the keys and roles that IAM keeps
     * @param state the folder with the key of session tokens
     */
    public static ServiceMount forSchedules(Path state, Directory directory) {
        SessionSeal seal = new SessionSeal(SealKey.in(state));
        return new ServiceMount(
                OperationIndex.of(StsClient.class, "sts"),
                CompletableFuture.completedFuture(
                        identity -> rooms(identity, seal, directory, Clock.systemUTC(), false)));
    }

    /**
     * Returns the service as another one calls it that works for the users of an account.
     *
     * @param directory the keys and roles that IAM keeps
     * @param state the folder with the key of session tokens
     * @param name of the service that calls: {@code lambda}
     */
    public static Function<Caller, StsClient> forService(Path state, Directory directory, String name) {
        SessionSeal seal = new SessionSeal(SealKey.in(state));
        return caller -> rooms(
                        new Identity(caller, Principal.user(caller.accountId(), name)),
                        seal,
                        directory,
                        Clock.systemUTC(),
                        false)
                .client();
    }

    private static Rooms<StsClient> rooms(
            Identity identity, SessionSeal seal, Directory directory, Clock clock, boolean open) {
        Roles roles = new Roles(directory);
        return Rooms.of(
                StsClient.class,
                List.of(
                        new CallerIdentity(identity, directory),
                        new Sessions(identity, seal, roles, clock),
                        new WebIdentities(seal, roles, clock, open)));
    }
}
