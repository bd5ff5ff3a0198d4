package io.laguna.emulator.redshift.server;

import io.laguna.emulator.redshift.session.EngineUsers;
import io.laguna.engines.certificate.TrustedRoot;
import io.laguna.engines.process.ProcessMemory;
import io.laguna.engines.process.Tree;
import io.laguna.engines.server.RedshiftCluster;
import io.laguna.engines.server.RedshiftTemplate;
import io.laguna.redshift.wire.login.Credentials;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import javax.net.ssl.SSLContext;

/** The clusters and workgroups whose ports are open, and the folders of all. */
public final class ClusterServers implements AutoCloseable {
    /** The names of this machine, and that of Laguna's container among the others of a cluster. */
    private static final List<String> NAMES = List.of("localhost", "127.0.0.1", "laguna");

    private final ServerSettings settings;
    private final RedshiftTemplate template;
    private final SSLContext tls;
    private final BiFunction<UUID, EngineUsers, Credentials> credentials;
    private final Map<UUID, ClusterServer> open = new ConcurrentHashMap<>();

    /**
     * Creates servers, none of which is open.
     *
     * @param credentials who is let into a cluster
     */
    public ClusterServers(ServerSettings settings, BiFunction<UUID, EngineUsers, Credentials> credentials) {
        this.settings = settings;
        this.template = new RedshiftTemplate(settings.workspace(), TemplateScripts.all(), TemplateScripts.additions());
        this.tls = TrustedRoot.authority(settings.workspace()).server(NAMES);
        this.credentials = credentials;
    }

    /** Returns the name by which clients reach a cluster. */
    public String host() {
        return settings.host();
    }

    public ServerSettings settings() {
        return settings;
    }

    /** Makes a cluster's data, of a snapshot where one is given, unless they are there, and returns it without a port. */
    public ClusterServer make(UUID namespace, ClusterFacts facts, Optional<UUID> snapshot) {
        RedshiftCluster engine = engine(namespace, facts);
        snapshot.ifPresent(copy -> engine.restoreFrom(snapshot(copy)));
        ClusterServer server = new ClusterServer(engine, namespace, facts);
        server.start();
        return server;
    }

    /** Opens a cluster's port; the engine starts with the first client. */
    public ClusterServer open(UUID namespace, int port, ClusterFacts facts) {
        return listen(new ClusterServer(engine(namespace, facts), namespace, facts), namespace, port);
    }

    /** Opens the port of a server that has been made. */
    public ClusterServer listen(ClusterServer server, UUID namespace, int port) {
        InetSocketAddress address = new InetSocketAddress(settings.address(), port);
        server.listen(address, tls, users -> credentials.apply(namespace, users), settings);
        open.put(namespace, server);
        return server;
    }

    /** Returns the server of a cluster whose port is open. */
    public Optional<ClusterServer> find(UUID namespace) {
        return Optional.ofNullable(open.get(namespace));
    }

    /** Sends a cluster's clients away, and stops its engine, if it is open. */
    public void close(UUID namespace) {
        Optional.ofNullable(open.remove(namespace)).ifPresent(ClusterServer::close);
    }

    /** Deletes a cluster's data. */
    public void delete(UUID namespace, ClusterFacts facts) {
        close(namespace);
        engine(namespace, facts).delete();
    }

    /** Copies a cluster's data for a snapshot. The cluster may be open, and goes on. */
    public void copy(UUID namespace, ClusterFacts facts, UUID snapshot) {
        Optional<ClusterServer> server = find(namespace);
        if (server.isPresent()) {
            server.get().copyTo(snapshot(snapshot));
        } else {
            engine(namespace, facts).copyTo(snapshot(snapshot));
        }
    }

    /** Copies a snapshot's data for another one. */
    public void copySnapshot(UUID from, UUID to) {
        RedshiftCluster.copy(snapshot(from), snapshot(to));
    }

    /** Deletes a snapshot's data. */
    public void deleteSnapshot(UUID snapshot) {
        try {
            Tree.delete(snapshot(snapshot).getParent());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete a snapshot of Redshift", e);
        }
    }

    /** Returns the folder of a snapshot's data. */
    public Path snapshot(UUID snapshot) {
        return settings.workspace()
                .engineState(RedshiftCluster.NAME)
                .resolve("snapshots")
                .resolve(snapshot.toString())
                .resolve("data");
    }

    private RedshiftCluster engine(UUID namespace, ClusterFacts facts) {
        return RedshiftCluster.of(settings.workspace(), template, namespace.toString(), facts::engineSettings);
    }

    /** Returns how many clusters and workgroups are open. */
    public int count() {
        return open.size();
    }

    /** Returns the memory that the running engines hold. */
    public OptionalLong memory() {
        return ProcessMemory.sum(
                open.values().stream().map(ClusterServer::memory).toList());
    }

    /**
     * Makes the template of clusters, unless it is there.
     *
     * @throws io.laguna.engines.process.EngineFailure when it cannot be made
     */
    public void prepare() {
        template.prepare();
    }

    @Override
    public void close() {
        open.keySet().forEach(this::close);
    }
}
