package io.laguna.emulator.redshift.cluster;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.request.Page;
import io.laguna.emulator.redshift.record.ClusterRecord;
import io.laguna.emulator.redshift.record.ClusterRecords;
import io.laguna.emulator.redshift.record.ResourceRecords;
import io.laguna.emulator.redshift.request.Constraints;
import io.laguna.emulator.redshift.request.Failures;
import io.laguna.emulator.redshift.request.Room;
import io.laguna.emulator.redshift.request.TagLists;
import io.laguna.emulator.redshift.server.ClusterPorts;
import io.laguna.emulator.redshift.server.ManagedPassword;
import io.laguna.emulator.redshift.server.ServerSettings;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.redshift.model.Cluster;
import software.amazon.awssdk.services.redshift.model.CreateClusterRequest;
import software.amazon.awssdk.services.redshift.model.CreateClusterResponse;
import software.amazon.awssdk.services.redshift.model.DescribeClustersRequest;
import software.amazon.awssdk.services.redshift.model.DescribeClustersResponse;

/**
 * The operations that make clusters and tell about them.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/APIReference/API_CreateCluster.html">CreateCluster</a>
 */
public final class Clusters extends Room {
    private static final int MOST_RECORDS = 100;
    private static final int FIRST_PORT = 1150;
    private static final int LAST_PORT = 65_535;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final Caller caller;
    private final ClusterSetting setting;

    public Clusters(Caller caller, ClusterSetting setting) {
        this.caller = caller;
        this.setting = setting;
    }

    /** Begins to create a cluster. It is available when it takes clients, a second or two later. */
    @Override
    public CreateClusterResponse createCluster(CreateClusterRequest request) {
        String identifier = Constraints.identifier("ClusterIdentifier", request.clusterIdentifier());
        new Constraints().tags(request.tags()).check();
        UUID namespace = UUID.randomUUID();
        Cluster described = NewCluster.of(caller, request, identifier, namespace, setting.now());
        int wanted = wantedPort(request.port());
        boolean exists = setting.state()
                .read(handle ->
                        new ClusterRecords(handle).find(caller, identifier).isPresent());
        if (exists) {
            throw Failures.clusterExists();
        }
        MasterPassword password = MasterPassword.choose(
                setting.secrets(),
                caller,
                identifier,
                described.masterUsername(),
                request.masterUserPassword(),
                request.manageMasterPassword());
        Cluster cluster = described.toBuilder()
                .masterPasswordSecretArn(password.secretArn().orElse(null))
                .masterPasswordSecretKmsKeyId(request.masterPasswordSecretKmsKeyId())
                .build();
        String sealed = ManagedPassword.sealed(setting.seal(), namespace, cluster.masterUsername(), password.text());
        Cluster answer = setting.state().write(handle -> {
            Groups.check(handle, caller, cluster);
            ClusterRecord record = insert(handle, namespace, cluster, wanted, sealed);
            new ResourceRecords(handle, caller).tagTable().put(record.arn(), TagLists.map(request.tags()));
            return Answers.of(handle, record);
        });
        setting.wake().run();
        return CreateClusterResponse.builder().cluster(answer).build();
    }

    private ClusterRecord insert(Handle handle, UUID namespace, Cluster cluster, int wanted, String sealed) {
        int port = new ClusterPorts(setting.servers().settings()).take(handle, namespace, wanted);
        ClusterRecord record = new ClusterRecord(
                namespace, caller, cluster, port, Optional.of(sealed), Optional.empty(), Optional.empty());
        if (!new ClusterRecords(handle).insert(record)) {
            throw Failures.clusterExists();
        }
        return record;
    }

    static int wantedPort(Integer given) {
        int port = Optional.ofNullable(given).orElse(ServerSettings.USUAL_PORT);
        if (port < FIRST_PORT || port > LAST_PORT) {
            throw Failures.parameter("The port must be between " + FIRST_PORT + " and " + LAST_PORT + ".");
        }
        return port;
    }

    /**
     * Describes clusters. The answer about one that is asked for by name waits some seconds for the work on it: AWS's
     * clients ask once in a minute whether a cluster is available, and it is so in two seconds.
     */
    @Override
    public DescribeClustersResponse describeClusters(DescribeClustersRequest request) {
        new Constraints()
                .text("ClusterIdentifier", request.clusterIdentifier())
                .maxRecords(request.maxRecords())
                .check();
        Optional<String> identifier = Optional.ofNullable(request.clusterIdentifier())
                .filter(given -> !given.isEmpty())
                .map(given -> given.toLowerCase(Locale.ROOT));
        List<ClusterRecord> records = identifier.isPresent() ? List.of(worked(identifier.get())) : all();
        List<Cluster> found = setting.state().read(handle -> records.stream()
                .map(record -> Answers.of(handle, record))
                .filter(cluster -> TagLists.match(cluster.tags(), request.tagKeys(), request.tagValues()))
                .toList());
        Page<Cluster> page = Page.ofSorted(
                found,
                Cluster::clusterIdentifier,
                request.marker(),
                Page.size(request.maxRecords(), MOST_RECORDS),
                Failures::badMarker);
        return DescribeClustersResponse.builder()
                .clusters(page.entries())
                .marker(page.nextToken().orElse(null))
                .build();
    }

    private List<ClusterRecord> all() {
        return setting.state().read(handle -> new ClusterRecords(handle).all(caller));
    }

    /** Returns a cluster as soon as there is no work on it, or as it is after the longest wait. */
    private ClusterRecord worked(String identifier) {
        long deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (true) {
            long rings = setting.worked().count();
            ClusterRecord record = setting.state()
                    .read(handle -> new ClusterRecords(handle).find(caller, identifier))
                    .orElseThrow(() -> Failures.noCluster(identifier));
            Duration left = Duration.ofNanos(deadline - System.nanoTime());
            if (!ClusterWork.isDue(record, setting.servers())
                    || left.isNegative()
                    || !setting.worked().await(rings, left)) {
                return record;
            }
        }
    }
}
