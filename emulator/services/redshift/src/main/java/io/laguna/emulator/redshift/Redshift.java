package io.laguna.emulator.redshift;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.Service;
import io.laguna.emulator.kit.seal.Seal;
import io.laguna.emulator.kit.state.State;
import io.laguna.emulator.kit.work.Bell;
import io.laguna.emulator.kit.work.Worker;
import io.laguna.emulator.redshift.access.ClusterCredentials;
import io.laguna.emulator.redshift.cluster.ClusterActions;
import io.laguna.emulator.redshift.cluster.ClusterChanges;
import io.laguna.emulator.redshift.cluster.ClusterSetting;
import io.laguna.emulator.redshift.cluster.ClusterWork;
import io.laguna.emulator.redshift.cluster.Clusters;
import io.laguna.emulator.redshift.cluster.Deletions;
import io.laguna.emulator.redshift.cluster.Restores;
import io.laguna.emulator.redshift.group.ParameterGroups;
import io.laguna.emulator.redshift.group.ParameterValues;
import io.laguna.emulator.redshift.group.SecurityGroups;
import io.laguna.emulator.redshift.group.SubnetGroups;
import io.laguna.emulator.redshift.offer.Offers;
import io.laguna.emulator.redshift.record.ClusterRecords;
import io.laguna.emulator.redshift.server.ClusterServers;
import io.laguna.emulator.redshift.server.ClusterUsers;
import io.laguna.emulator.redshift.server.ServerSettings;
import io.laguna.emulator.redshift.serverless.RedshiftServerless;
import io.laguna.emulator.redshift.snapshot.SnapshotList;
import io.laguna.emulator.redshift.snapshot.SnapshotSetting;
import io.laguna.emulator.redshift.snapshot.SnapshotWork;
import io.laguna.emulator.redshift.snapshot.Snapshots;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Function;
import software.amazon.awssdk.services.redshift.RedshiftClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/**
 * Amazon Redshift. One per process; every account has its own clusters in every region, and each cluster is a PostgreSQL of
 * its own with a port.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/APIReference/Welcome.html">The API</a>
 */
public final class Redshift implements Service<RedshiftClient> {
    /** How soon work that could not be done is tried again: a port may have been another program's. */
    private static final Duration AGAIN = Duration.ofSeconds(10);

    private static final Duration BETWEEN_SWEEPS = Duration.ofHours(1);

    private final State state;
    private final Clock clock;
    private final ClusterServers servers;
    private final ClusterSetting clusters;
    private final SnapshotSetting snapshots;
    private final ClusterWork clusterWork;
    private final SnapshotWork snapshotWork;
    private final Worker worker;
    private final Bell worked = new Bell();
    private final RedshiftServerless serverless;

    private Redshift(
            State state,
            Seal seal,
            ServerSettings settings,
            Function<Caller, SecretsManagerClient> secrets,
            Clock clock) {
        this.state = state;
        this.clock = clock;
        this.servers =
                new ClusterServers(settings, (namespace, users) -> new ClusterUsers(namespace, users, state, clock));
        this.worker = new Worker("redshift", this::turn);
        this.clusters = new ClusterSetting(state, seal, servers, secrets, clock, worker::wake, worked);
        this.snapshots = new SnapshotSetting(state, servers, clock, worker::wake);
        this.clusterWork = new ClusterWork(clusters);
        this.snapshotWork = new SnapshotWork(snapshots, clusterWork::facts);
        this.serverless = new RedshiftServerless(state, seal, servers, secrets, clock);
    }

    /**
     * Opens the service, and the ports of the clusters that are available.
     *
     * @param state closed by whoever opened it
     * @param secrets Secrets Manager, for passwords that Redshift manages
     */
    public static Redshift open(
            State state, Seal seal, ServerSettings settings, Function<Caller, SecretsManagerClient> secrets) {
        return open(state, seal, settings, secrets, Clock.systemUTC());
    }

    static Redshift open(
            State state,
            Seal seal,
            ServerSettings settings,
            Function<Caller, SecretsManagerClient> secrets,
            Clock clock) {
        Redshift opened = new Redshift(state, seal, settings, secrets, clock);
        opened.worker.start();
        return opened;
    }

    private Optional<Duration> turn() {
        // A cluster that is deleted with a last snapshot waits for it.
        boolean copied = snapshotWork.turn();
        boolean worked = clusterWork.turn();
        return Optional.of(copied && worked ? BETWEEN_SWEEPS : AGAIN);
    }

    @Override
    public List<RedshiftClient> rooms(Caller caller) {
        return List.of(
                new Clusters(caller, clusters),
                new ClusterActions(caller, clusters),
                new ClusterChanges(caller, clusters),
                new Deletions(caller, clusters),
                new Restores(caller, clusters),
                new Snapshots(caller, snapshots, snapshotWork),
                new SnapshotList(caller, snapshots),
                new ClusterCredentials(caller, state, clock),
                new ParameterGroups(caller, state),
                new ParameterValues(caller, state),
                new SubnetGroups(caller, state),
                new SecurityGroups(),
                new Tags(caller, state),
                new Logging(caller, state),
                new Events(caller, state, clock),
                new Offers(caller));
    }

    /** Returns Redshift Serverless on the same servers, which is closed with this. */
    public RedshiftServerless serverless() {
        return serverless;
    }

    /** Returns how many clusters take clients. */
    public int open() {
        return servers.count();
    }

    /** Returns how many nodes of each type the clusters that are available would have on AWS. */
    public Map<String, Integer> nodes() {
        Map<String, Integer> nodes = new TreeMap<>();
        state.read(handle -> new ClusterRecords(handle).all()).stream()
                .filter(record -> record.status().equals("available"))
                .forEach(record -> nodes.merge(
                        record.cluster().nodeType(), record.cluster().numberOfNodes(), Integer::sum));
        return nodes;
    }

    /** Returns the memory that the clusters' engines hold. */
    public OptionalLong memory() {
        return servers.memory();
    }

    @Override
    public void close() {
        worked.close();
        worker.close();
        serverless.close();
        servers.close();
    }
}
