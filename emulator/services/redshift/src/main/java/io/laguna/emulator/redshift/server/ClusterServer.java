package io.laguna.emulator.redshift.server;

import io.laguna.emulator.redshift.session.ClusterScope;
import io.laguna.emulator.redshift.session.EngineUsers;
import io.laguna.emulator.redshift.session.Sessions;
import io.laguna.emulator.redshift.system.Announced;
import io.laguna.emulator.redshift.system.History;
import io.laguna.engines.process.Tree;
import io.laguna.engines.server.DatabaseAccess;
import io.laguna.engines.server.OnDemand;
import io.laguna.engines.server.RedshiftCluster;
import io.laguna.redshift.wire.RedshiftPort;
import io.laguna.redshift.wire.login.Credentials;
import io.laguna.redshift.wire.session.SessionSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import javax.net.ssl.SSLContext;

/**
 * A cluster's engine and the port in front of it. The port is open all the time; the engine starts with the first client,
 * so that clusters which nobody asks cost a thread each.
 */
public final class ClusterServer implements ClusterScope, AutoCloseable {
    private static final Duration LOGIN_TIME = Duration.ofSeconds(60);
    /** A database that each engine has and that is no cluster's. */
    private static final String OWN_DATABASE = "postgres";

    private final RedshiftCluster engine;
    private final UUID namespace;
    private final OnDemand started;
    private final ClusterFacts facts;
    private final EngineUsers users;
    private final History history;
    private Optional<RedshiftPort> port = Optional.empty();

    ClusterServer(RedshiftCluster engine, UUID namespace, ClusterFacts facts) {
        this.engine = engine;
        this.namespace = namespace;
        this.started = new OnDemand(engine);
        this.facts = facts;
        this.users = new EngineUsers(() -> administrator(OWN_DATABASE));
        this.history = History.of(this::administrator);
    }

    /** Lets clients in. */
    void listen(
            InetSocketAddress address,
            SSLContext tls,
            Function<EngineUsers, Credentials> credentials,
            ServerSettings settings) {
        Path desk = engine.data().resolve(Sessions.DESK);
        clear(desk);
        port = Optional.of(RedshiftPort.open(
                address,
                new SessionSettings(
                        this::socket,
                        Optional.of(tls),
                        facts.requiresTls(),
                        credentials.apply(users),
                        new Sessions(this, settings.carriers().apply(this)),
                        Announced.parameters(),
                        LOGIN_TIME,
                        history,
                        Optional.of(desk))));
    }

    /** Deletes what a Laguna that was killed has left to sessions that are gone. */
    private static void clear(Path desk) {
        try {
            Tree.delete(desk);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + desk, e);
        }
    }

    private SocketAddress socket() {
        start();
        return engine.socket();
    }

    /** Starts the engine if it does not run. */
    public void start() {
        var unused = started.address();
    }

    /** Returns the users of the engine, which is started when they are asked for. */
    public EngineUsers users() {
        return users;
    }

    /** Copies the cluster's data, whole or not at all. */
    public void copyTo(Path copy) {
        engine.copyTo(copy);
    }

    /** Returns how many clients are connected. */
    public int sessions() {
        return port.map(RedshiftPort::sessions).orElse(0);
    }

    /** Returns the memory that the engine holds, if it runs. */
    OptionalLong memory() {
        return started.memory();
    }

    @Override
    public String identifier() {
        return facts.identifier();
    }

    @Override
    public boolean serverless() {
        return facts.serverless();
    }

    @Override
    public String account() {
        return facts.account();
    }

    @Override
    public String namespace() {
        return namespace.toString();
    }

    @Override
    public String region() {
        return facts.region();
    }

    @Override
    public List<String> roles() {
        return facts.roles();
    }

    @Override
    public Optional<String> defaultRole() {
        return facts.defaultRole();
    }

    @Override
    public DatabaseAccess administrator(String database) {
        start();
        return engine.administrator(database);
    }

    /** Sends the clients away, and stops the engine. */
    @Override
    public void close() {
        port.ifPresent(RedshiftPort::close);
        history.close();
        started.close();
    }
}
