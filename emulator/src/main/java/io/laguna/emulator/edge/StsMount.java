package io.laguna.emulator.edge;

import io.laguna.emulator.sts.CallerIdentity;
import io.laguna.emulator.sts.SessionSeal;
import io.laguna.emulator.sts.Sessions;
import io.laguna.emulator.sts.WebIdentities;
import io.laguna.wire.Rooms;
import io.laguna.wire.ServiceDescription;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.sts.StsClient;

/** The Security Token Service at the edge. */
final class StsMount {
    /** They prove who calls by a token of somebody else's. */
    private static final Set<String> UNSIGNED = Set.of("AssumeRoleWithWebIdentity", "AssumeRoleWithSAML");

    private StsMount() {}

    static MountedService of(SessionSeal seal, Clock clock, boolean open) {
        return MountedService.perIdentity(
                description(),
                identity -> Rooms.of(
                        StsClient.class,
                        List.of(
                                new CallerIdentity(identity),
                                new Sessions(identity, seal, clock),
                                new WebIdentities(seal, clock, open))),
                UNSIGNED);
    }

    private static ServiceDescription description() {
        try (InputStream index = CallerIdentity.class.getResourceAsStream("/io/laguna/emulator/sts.operations")) {
            return ServiceDescription.read(StsClient.class, index);
        } catch (IOException e) {
            throw new UncheckedIOException("The index of STS's operations cannot be read", e);
        }
    }
}
