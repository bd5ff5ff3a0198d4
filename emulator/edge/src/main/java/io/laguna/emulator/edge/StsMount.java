package io.laguna.emulator.edge;

import io.laguna.emulator.edge.mount.OperationIndex;
import io.laguna.emulator.edge.service.MountedService;
import io.laguna.emulator.sts.CallerIdentity;
import io.laguna.emulator.sts.SessionSeal;
import io.laguna.emulator.sts.Sessions;
import io.laguna.emulator.sts.WebIdentities;
import io.laguna.wire.Rooms;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.sts.StsClient;

/** The mount of the Security Token Service at the edge. */
final class StsMount {
    /** The operations that carry a token of a third party instead of a signature. */
    private static final Set<String> UNSIGNED = Set.of("AssumeRoleWithWebIdentity", "AssumeRoleWithSAML");

    private StsMount() {}

    static MountedService of(SessionSeal seal, Clock clock, boolean open) {
        return MountedService.perIdentity(
                OperationIndex.of(StsClient.class, "sts"),
                identity -> Rooms.of(
                        StsClient.class,
                        List.of(
                                new CallerIdentity(identity),
                                new Sessions(identity, seal, clock),
                                new WebIdentities(seal, clock, open))),
                UNSIGNED);
    }
}
