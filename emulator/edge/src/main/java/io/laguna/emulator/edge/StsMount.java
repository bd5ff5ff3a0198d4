package io.laguna.emulator.edge;

import io.laguna.emulator.edge.mount.OperationIndex;
import io.laguna.emulator.edge.mount.ServiceMount;
import io.laguna.emulator.edge.service.MountedService;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.sts.CallerIdentity;
import io.laguna.emulator.sts.Identity;
import io.laguna.emulator.sts.Principal;
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

    static MountedService of(SessionSeal seal, Clock clock, boolean open) {
        return MountedService.perIdentity(
                OperationIndex.of(StsClient.class, "sts"), identity -> rooms(identity, seal, clock, open), UNSIGNED);
    }

    /**
     * Returns the service as schedules call it: as a user of their account.
     *
     * @param state the folder with the key of session tokens
     */
    public static ServiceMount forSchedules(Path state) {
        SessionSeal seal = new SessionSeal(SealKey.in(state));
        return new ServiceMount(
                OperationIndex.of(StsClient.class, "sts"),
                CompletableFuture.completedFuture(caller -> rooms(
                        new Identity(caller, Principal.user(caller.accountId(), "scheduler")),
                        seal,
                        Clock.systemUTC(),
                        false)));
    }

    /**
     * Returns the service as another one calls it that works for the users of an account.
     *
     * @param state the folder with the key of session tokens
     * @param name of the service that calls: {@code lambda}
     */
    public static Function<Caller, StsClient> forService(Path state, String name) {
        SessionSeal seal = new SessionSeal(SealKey.in(state));
        return caller -> rooms(
                        new Identity(caller, Principal.user(caller.accountId(), name)), seal, Clock.systemUTC(), false)
                .client();
    }

    private static Rooms<StsClient> rooms(Identity identity, SessionSeal seal, Clock clock, boolean open) {
        return Rooms.of(
                StsClient.class,
                List.of(
                        new CallerIdentity(identity),
                        new Sessions(identity, seal, clock),
                        new WebIdentities(seal, clock, open)));
    }
}
