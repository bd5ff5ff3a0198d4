package io.laguna.emulator.redshift.session;

import io.laguna.emulator.redshift.server.TemplateScripts;
import io.laguna.emulator.redshift.system.Announced;
import io.laguna.emulator.redshift.system.History;
import io.laguna.engines.certificate.Authority;
import io.laguna.engines.process.Tree;
import io.laguna.engines.process.Workspace;
import io.laguna.engines.server.DatabaseAccess;
import io.laguna.engines.server.RedshiftCluster;
import io.laguna.engines.server.RedshiftTemplate;
import io.laguna.redshift.wire.RedshiftPort;
import io.laguna.redshift.wire.session.SessionSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A cluster for tests: template, engine, port and sessions, without a control plane. */
public final class LiveCluster implements ClusterScope, AutoCloseable {
    public static final String USER = "admin";
    public static final String PASSWORD = "Secret-of-tests-1";
    public static final String DATABASE = "dev";
    /** An IAM role that the cluster may take on. */
    public static final String ROLE = "arn:aws:iam::123456789012:role/redshift";

    private final List<String> roles = new CopyOnWriteArrayList<>(List.of(ROLE));
    private final Path folder;
    private final RedshiftCluster engine;
    private final EngineUsers users;
    private final History history;
    private final RedshiftPort port;

    private LiveCluster(Path folder, Function<ClusterScope, Carriers> carriers) throws SQLException {
        this.folder = folder;
        Workspace workspace = Workspace.of(Path.of(System.getProperty("laguna.home")), folder);
        engine = RedshiftCluster.of(
                workspace,
                new RedshiftTemplate(workspace, TemplateScripts.all(), TemplateScripts.additions()),
                "tests");
        engine.start();
        users = new EngineUsers(() -> engine.administrator("postgres"));
        users.createMaster(USER, PasswordDigest.of(USER, PASSWORD), DATABASE);
        history = History.of(this::administrator);
        Authority authority = Authority.keptIn(workspace.state().resolve("authority"));
        port = RedshiftPort.open(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                new SessionSettings(
                        engine::socket,
                        Optional.of(authority.server(List.of("localhost", "127.0.0.1"))),
                        false,
                        users,
                        new Sessions(this, carriers.apply(this)),
                        Announced.parameters(),
                        Duration.ofMinutes(1),
                        history,
                        Optional.of(engine.data().resolve(Sessions.DESK))));
    }

    /** Starts a cluster whose routed statements are carried out by these carriers. */
    public static LiveCluster start(Function<ClusterScope, Carriers> carriers) throws SQLException {
        try {
            return new LiveCluster(
                    Files.createTempDirectory(Path.of("target"), "c").toAbsolutePath(), carriers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Connects by AWS's driver, as the master user. */
    public Connection connect() throws SQLException {
        return connect("redshift", USER, PASSWORD, DATABASE, Map.of("ssl", "false"));
    }

    /**
     * Connects a user.
     *
     * @param driver {@code redshift} or {@code postgresql}
     */
    public Connection connect(String driver, String user, String password, String database, Map<String, String> options)
            throws SQLException {
        Properties properties = new Properties();
        properties.put("user", user);
        properties.put("password", password);
        properties.putAll(options);
        return DriverManager.getConnection(
                "jdbc:" + driver + "://localhost:" + port.address().getPort() + "/" + database, properties);
    }

    /** Returns the port on which clients connect. */
    public int port() {
        return port.address().getPort();
    }

    @Override
    public String identifier() {
        return "tests";
    }

    @Override
    public boolean serverless() {
        return false;
    }

    @Override
    public String account() {
        return "123456789012";
    }

    @Override
    public String namespace() {
        return "86b5169f-01dc-4a6f-9fbb-e2e24359e9a8";
    }

    @Override
    public String region() {
        return "us-east-1";
    }

    @Override
    public List<String> roles() {
        return List.copyOf(roles);
    }

    @Override
    public Optional<String> defaultRole() {
        return roles.stream().findFirst();
    }

    @Override
    public DatabaseAccess administrator(String database) {
        return engine.administrator(database);
    }

    @Override
    public void close() throws IOException {
        port.close();
        history.close();
        engine.close();
        Tree.delete(folder);
    }
}
