package io.laguna.emulator.redshift.serverless;

import io.laguna.emulator.redshift.record.ResourceRecords;
import io.laguna.emulator.redshift.server.ClusterServer;
import io.laguna.emulator.redshift.server.ClusterServers;
import io.laguna.emulator.redshift.server.ManagedPassword;
import io.laguna.engines.process.EngineFailure;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.redshiftserverless.model.NamespaceStatus;
import software.amazon.awssdk.services.redshiftserverless.model.WorkgroupStatus;

/** The work on namespaces and workgroups that operations have begun; a status says what is to be done. */
final class ServerlessWork {
    private static final Logger LOG = LoggerFactory.getLogger(ServerlessWork.class);

    private final ServerlessSetting setting;
    private final ClusterServers servers;

    ServerlessWork(ServerlessSetting setting) {
        this.setting = setting;
        this.servers = setting.servers();
    }

    WorkgroupFacts facts(UUID namespace) {
        return new WorkgroupFacts(setting.state(), namespace);
    }

    /** Does what is to be done now, and tells whether everything could be. */
    boolean turn() {
        boolean all = true;
        List<WorkgroupRecord> workgroups = setting.state().read(handle -> new WorkgroupRecords(handle).all());
        for (WorkgroupRecord record : workgroups) {
            all &= attempt(record.name(), () -> work(record));
        }
        List<NamespaceRecord> namespaces = setting.state().read(handle -> new NamespaceRecords(handle).unfinished());
        for (NamespaceRecord record : namespaces) {
            all &= attempt(record.name(), () -> work(record));
        }
        return all;
    }

    /** A step of the work. */
    @FunctionalInterface
    private interface Step {
        void take() throws SQLException;
    }

    private static boolean attempt(String name, Step step) {
        try {
            step.take();
            return true;
        } catch (EngineFailure | UncheckedIOException | SQLException e) {
            LOG.warn("The work on {} of Redshift Serverless cannot go on", name, e);
            return false;
        }
    }

    private void work(WorkgroupRecord record) throws SQLException {
        switch (record.status()) {
            case CREATING -> create(record);
            case AVAILABLE -> {
                if (servers.find(record.namespace()).isEmpty()) {
                    servers.open(record.namespace(), record.port(), facts(record.namespace()));
                }
            }
            case MODIFYING -> {
                servers.close(record.namespace());
                servers.open(record.namespace(), record.port(), facts(record.namespace()));
                save(record.in(WorkgroupStatus.AVAILABLE));
            }
            case DELETING -> {
                servers.close(record.namespace());
                setting.state().write(handle -> {
                    new WorkgroupRecords(handle).delete(record);
                    new ResourceRecords(handle, record.owner())
                            .tagTable()
                            .removeAll(record.workgroup().workgroupArn());
                    return record;
                });
            }
            case UNKNOWN_TO_SDK_VERSION -> throw new IllegalStateException("No status of a workgroup");
        }
    }

    private void create(WorkgroupRecord record) throws SQLException {
        NamespaceRecord namespace = setting.state()
                .write(handle ->
                        new NamespaceRecords(handle).lock(record.namespace()).orElseThrow());
        ClusterServer server = servers.find(record.namespace()).isPresent()
                ? servers.find(record.namespace()).get()
                : servers.make(record.namespace(), facts(record.namespace()), namespace.snapshot());
        if (namespace.password().isPresent()) {
            server.users()
                    .createMaster(
                            namespace.namespace().adminUsername(),
                            ManagedPassword.opened(
                                    setting.seal(),
                                    namespace.id(),
                                    namespace.password().get()),
                            namespace.namespace().dbName());
        }
        if (servers.find(record.namespace()).isEmpty()) {
            servers.listen(server, record.namespace(), record.port());
        }
        told(namespace);
        save(record.in(WorkgroupStatus.AVAILABLE));
    }

    private void work(NamespaceRecord record) throws SQLException {
        switch (record.status()) {
            case MODIFYING -> {
                Optional<ClusterServer> server = servers.find(record.id());
                if (record.password().isEmpty() || server.isEmpty()) {
                    // Without a workgroup there is no engine to be told: the first one tells it.
                    finish(record);
                    return;
                }
                server.get()
                        .users()
                        .setPassword(
                                record.namespace().adminUsername(),
                                ManagedPassword.opened(
                                        setting.seal(),
                                        record.id(),
                                        record.password().get()));
                told(record);
            }
            case DELETING -> delete(record);
            default -> {}
        }
    }

    private void delete(NamespaceRecord record) {
        servers.delete(record.id(), facts(record.id()));
        Optional.ofNullable(record.namespace().adminPasswordSecretArn())
                .ifPresent(secret -> new ManagedPassword(setting.secrets()).forget(record.owner(), secret));
        setting.state().write(handle -> {
            new NamespaceRecords(handle).delete(record.id());
            new ResourceRecords(handle, record.owner())
                    .tagTable()
                    .removeAll(record.namespace().namespaceArn());
            return record;
        });
    }

    private void save(WorkgroupRecord record) {
        setting.state().write(handle -> {
            new WorkgroupRecords(handle).save(record);
            return record;
        });
    }

    private void finish(NamespaceRecord record) {
        setting.state().write(handle -> {
            new NamespaceRecords(handle).save(record.in(NamespaceStatus.AVAILABLE));
            return record;
        });
    }

    /** Forgets a password that the engine has been told, and a snapshot that the data have been made of. */
    private void told(NamespaceRecord before) {
        setting.state().write(handle -> {
            NamespaceRecords records = new NamespaceRecords(handle);
            records.lock(before.id())
                    .filter(now -> now.password().equals(before.password()))
                    .ifPresent(now -> records.save(now.withPassword(Optional.empty())
                            .withSnapshot(Optional.empty())
                            .in(NamespaceStatus.AVAILABLE)));
            return before;
        });
    }
}
