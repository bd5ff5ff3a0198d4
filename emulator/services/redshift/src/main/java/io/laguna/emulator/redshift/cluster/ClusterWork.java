package io.laguna.emulator.redshift.cluster;

import io.laguna.emulator.redshift.record.ClusterRecord;
import io.laguna.emulator.redshift.record.ClusterRecords;
import io.laguna.emulator.redshift.record.EventRecords;
import io.laguna.emulator.redshift.record.Kind;
import io.laguna.emulator.redshift.record.ResourceRecords;
import io.laguna.emulator.redshift.record.SnapshotRecords;
import io.laguna.emulator.redshift.server.ClusterFacts;
import io.laguna.emulator.redshift.server.ClusterServer;
import io.laguna.emulator.redshift.server.ClusterServers;
import io.laguna.emulator.redshift.server.ManagedPassword;
import io.laguna.engines.process.EngineFailure;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.redshift.model.ClusterParameterGroupStatus;
import software.amazon.awssdk.services.redshift.model.PendingModifiedValues;

/**
 * The work on clusters that operations have begun. A status says what is to be done, so that it is done as well after a
 * restart of Laguna; each step may be done again.
 */
public final class ClusterWork {
    private static final Logger LOG = LoggerFactory.getLogger(ClusterWork.class);
    private static final String MANAGEMENT = "Management";

    private static final Set<String> DUE = Set.of(
            "creating",
            "pausing",
            "resuming",
            "rebooting",
            "resizing",
            "modifying",
            "renaming",
            "final-snapshot",
            "deleting");

    private final ClusterSetting setting;
    private final ClusterServers servers;

    public ClusterWork(ClusterSetting setting) {
        this.setting = setting;
        this.servers = setting.servers();
    }

    /** Tells whether there is work left to do on a cluster. One that is available has yet to be opened after a restart. */
    static boolean isDue(ClusterRecord record, ClusterServers servers) {
        boolean closed = record.status().equals("available")
                && servers.find(record.namespace()).isEmpty();
        return closed || DUE.contains(record.status());
    }

    /** Returns a cluster as the state has it. */
    public ClusterFacts facts(UUID namespace) {
        return new StoredFacts(setting.state(), namespace);
    }

    /** Does what is to be done now, and tells whether everything could be. */
    public boolean turn() {
        boolean all = true;
        for (ClusterRecord record : setting.state().read(handle -> new ClusterRecords(handle).all())) {
            all &= attempt(record);
        }
        return all;
    }

    private boolean attempt(ClusterRecord record) {
        try {
            work(record);
            return true;
        } catch (EngineFailure | UncheckedIOException | SQLException e) {
            LOG.warn("The Redshift cluster {} is {} and cannot go on", record.identifier(), record.status(), e);
            if (record.status().equals("available")) {
                return false;
            }
            finish(record, failed -> failed.in("hardware-failure"), "The cluster cannot go on: " + e.getMessage());
            return true;
        } finally {
            setting.worked().ring();
        }
    }

    private void work(ClusterRecord record) throws SQLException {
        switch (record.status()) {
            case "creating" -> create(record);
            case "available" -> {
                if (servers.find(record.namespace()).isEmpty()) {
                    servers.open(record.namespace(), record.port(), facts(record.namespace()));
                }
            }
            case "pausing" -> {
                servers.close(record.namespace());
                finish(record, paused -> paused.in("paused"), "The cluster was paused.");
            }
            case "resuming" -> {
                reopen(record);
                finish(record, resumed -> resumed.in("available"), "The cluster was resumed.");
            }
            case "rebooting" -> {
                reopen(record).start();
                finish(record, ClusterWork::rebooted, "The cluster was rebooted.");
            }
            case "resizing" -> {
                password(record);
                finish(record, ClusterWork::modified, "The cluster was resized.");
            }
            case "modifying" -> modify(record, ClusterWork::modified, "The cluster was modified.");
            case "renaming" -> modify(record, this::renamed, "The cluster was renamed.");
            case "final-snapshot", "deleting" -> delete(record);
            default -> {}
        }
    }

    private void create(ClusterRecord record) throws SQLException {
        ClusterServer server = servers.find(record.namespace()).isPresent()
                ? servers.find(record.namespace()).get()
                : servers.make(record.namespace(), facts(record.namespace()), record.snapshot());
        if (record.password().isPresent()) {
            server.users()
                    .createMaster(
                            record.cluster().masterUsername(),
                            ManagedPassword.opened(
                                    setting.seal(),
                                    record.namespace(),
                                    record.password().get()),
                            record.cluster().dbName());
        }
        if (servers.find(record.namespace()).isEmpty()) {
            servers.listen(server, record.namespace(), record.port());
        }
        finish(record, this::created, "The cluster was created.");
    }

    private ClusterRecord created(ClusterRecord record) {
        return record.made().in("available").with(cluster -> cluster.endpoint(
                        NewCluster.endpoint(servers.host(), record.port()))
                .restoreStatus(
                        record.cluster().restoreStatus() == null
                                ? null
                                : record.cluster().restoreStatus().toBuilder()
                                        .status("completed")
                                        .build()));
    }

    private void modify(ClusterRecord record, UnaryOperator<ClusterRecord> change, String told) throws SQLException {
        password(record);
        boolean moved = record.cluster().endpoint().port() != record.port();
        if (moved) {
            reopen(record);
        }
        finish(record, change, told);
    }

    private void password(ClusterRecord record) throws SQLException {
        if (record.password().isPresent()) {
            server(record)
                    .users()
                    .setPassword(
                            record.cluster().masterUsername(),
                            ManagedPassword.opened(
                                    setting.seal(),
                                    record.namespace(),
                                    record.password().get()));
        }
    }

    private static ClusterRecord modified(ClusterRecord record) {
        return record.made().in("available").with(cluster -> cluster.pendingModifiedValues(
                        PendingModifiedValues.builder().build())
                .endpoint(record.cluster().endpoint().toBuilder()
                        .port(record.port())
                        .build()));
    }

    private ClusterRecord renamed(ClusterRecord record) {
        return modified(record)
                .with(cluster -> cluster.clusterIdentifier(record.renamed().orElse(record.identifier())))
                .withRenamed(Optional.empty());
    }

    private static ClusterRecord rebooted(ClusterRecord record) {
        List<ClusterParameterGroupStatus> groups = record.cluster().clusterParameterGroups().stream()
                .map(group -> group.toBuilder().parameterApplyStatus("in-sync").build())
                .toList();
        return record.in("available").with(cluster -> cluster.clusterParameterGroups(groups));
    }

    private void delete(ClusterRecord record) {
        boolean copied = setting.state().read(handle -> new SnapshotRecords(handle)
                .in("creating").stream().noneMatch(snapshot -> snapshot.source().equals(record.namespace())));
        if (!copied) {
            // The work on snapshots comes first, and then there is another turn.
            return;
        }
        servers.delete(record.namespace(), facts(record.namespace()));
        Optional.ofNullable(record.cluster().masterPasswordSecretArn())
                .ifPresent(secret -> new ManagedPassword(setting.secrets()).forget(record.owner(), secret));
        setting.state().write(handle -> {
            new ClusterRecords(handle).delete(record.namespace());
            ResourceRecords records = new ResourceRecords(handle, record.owner());
            records.tagTable().removeAll(record.arn());
            records.delete(Kind.LOGGING, record.identifier());
            records.delete(Kind.RESIZE, record.identifier());
            new EventRecords(handle).cluster(record, MANAGEMENT, "The cluster was deleted.", setting.now());
            return record;
        });
    }

    private ClusterServer server(ClusterRecord record) {
        return servers.find(record.namespace())
                .orElseGet(() -> servers.open(record.namespace(), record.port(), facts(record.namespace())));
    }

    private ClusterServer reopen(ClusterRecord record) {
        servers.close(record.namespace());
        return servers.open(record.namespace(), record.port(), facts(record.namespace()));
    }

    /** Writes what a cluster has become, unless an operation has changed its status meanwhile. */
    private void finish(ClusterRecord before, UnaryOperator<ClusterRecord> change, String told) {
        setting.state().write(handle -> {
            ClusterRecords records = new ClusterRecords(handle);
            Optional<ClusterRecord> now = records.lock(before.namespace())
                    .filter(record -> record.status().equals(before.status()));
            now.ifPresent(record -> {
                ClusterRecord after = change.apply(record);
                records.save(after);
                if (after.status().equals("hardware-failure")) {
                    new EventRecords(handle).failure(after, told, setting.now());
                } else {
                    new EventRecords(handle).cluster(after, MANAGEMENT, told, setting.now());
                }
            });
            return now;
        });
    }
}
