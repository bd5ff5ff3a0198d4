package io.laguna.emulator.lake;

import io.laguna.emulator.edge.guard.GuardSettings;
import io.laguna.engines.driver.DriverSettings;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * The settings with which a lake is started.
 *
 * @param host the address the endpoint binds; engines are on loopback always
 * @param checkSignatures whether requests must be signed with a key of {@link LakeKeys}; otherwise any credentials are taken
 * @param openBeyondLoopback takes any credentials from other machines too
 * @param guard names and origins that may call the endpoint beside its own
 * @param drivers the number of Spark drivers, and their size
 * @param cluster the cluster whose servers are used instead of engines of its own
 * @param neighbours where another emulator answers for the services that Laguna does not have
 * @param watched the buckets in whose folders files that come by hand are events too
 */
public record LakeSettings(
        LakePorts ports,
        String host,
        boolean checkSignatures,
        boolean openBeyondLoopback,
        GuardSettings guard,
        DriverSettings drivers,
        Optional<ClusterSettings> cluster,
        Optional<URI> neighbours,
        Set<String> watched) {
    public static final String LOOPBACK = "127.0.0.1";

    /** Returns settings for loopback, with any credentials taken and no drivers in reserve. */
    public static LakeSettings open(LakePorts ports) {
        return new LakeSettings(
                ports,
                LOOPBACK,
                false,
                false,
                GuardSettings.STRICT,
                DriverSettings.DEFAULT.cold(),
                Optional.empty(),
                Optional.empty(),
                Set.of());
    }

    /** Returns these settings with other drivers. */
    public LakeSettings withDrivers(DriverSettings others) {
        return new LakeSettings(
                ports, host, checkSignatures, openBeyondLoopback, guard, others, cluster, neighbours, watched);
    }

    /** Returns these settings with another emulator for the services that Laguna does not have. */
    public LakeSettings withNeighbours(URI others) {
        return new LakeSettings(
                ports,
                host,
                checkSignatures,
                openBeyondLoopback,
                guard,
                drivers,
                cluster,
                Optional.of(others),
                watched);
    }

    /** Returns these settings, with requests signed by known keys alone. */
    public LakeSettings withSignatures() {
        return new LakeSettings(ports, host, true, openBeyondLoopback, guard, drivers, cluster, neighbours, watched);
    }

    /** Returns these settings, with files that come into the folders of buckets by hand as events. */
    public LakeSettings withWatched(Set<String> buckets) {
        return new LakeSettings(
                ports, host, checkSignatures, openBeyondLoopback, guard, drivers, cluster, neighbours, buckets);
    }

    /** Returns the host name or address by which this machine reaches the endpoint. */
    String reachableHost() {
        return host.equals("0.0.0.0") || host.equals("::") ? LOOPBACK : host;
    }
}
