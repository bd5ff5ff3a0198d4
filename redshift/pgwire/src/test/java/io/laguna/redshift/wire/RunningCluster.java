package io.laguna.redshift.wire;

import io.laguna.engines.certificate.Authority;
import io.laguna.engines.process.Tree;
import io.laguna.engines.process.Workspace;
import io.laguna.engines.server.DatabaseAccess;
import io.laguna.engines.server.RedshiftCluster;
import io.laguna.engines.server.RedshiftTemplate;
import io.laguna.redshift.wire.login.Credentials;
import io.laguna.redshift.wire.login.Login;
import io.laguna.redshift.wire.login.Proof;
import io.laguna.redshift.wire.session.SessionSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** A cluster with its port, started once per test JVM: a real PostgreSQL behind, TLS of an authority before. */
public final class RunningCluster implements ParameterResolver {
    static final String USER = "admin";
    static final String PASSWORD = "Secret-of-tests-1";
    static final String DATABASE = "dev";

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType().equals(Running.class);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(RunningCluster.class))
                .getOrComputeIfAbsent(Running.class, key -> new Running(), Running.class);
    }

    /** The running cluster. */
    static final class Running implements ExtensionContext.Store.CloseableResource {
        private final Path folder = folder();
        private final Workspace workspace = Workspace.of(Path.of(System.getProperty("laguna.home")), folder);
        private final RedshiftCluster engine;
        private final Authority authority;
        private final RedshiftPort port;

        Running() {
            RedshiftTemplate template =
                    new RedshiftTemplate(workspace, List.of("create domain pg_catalog.super as jsonb"));
            engine = RedshiftCluster.of(workspace, template, "tests");
            engine.start();
            makeUser();
            authority = Authority.keptIn(workspace.state().resolve("authority"));
            port = open(Optional.of(authority.server(List.of("localhost", "127.0.0.1"))), this::find);
        }

        /** Opens a further port of the same cluster, which the caller closes. */
        RedshiftPort open(Optional<SSLContext> tls, Credentials credentials) {
            return RedshiftPort.open(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                    new SessionSettings(
                            engine::socket,
                            tls,
                            credentials,
                            (role, database, catalog) -> new TestTranslation(catalog)));
        }

        private void makeUser() {
            try (Connection connection = administrator("postgres");
                    Statement statement = connection.createStatement()) {
                statement.execute("create role " + USER + " login createdb createrole password '" + PASSWORD + "'");
                statement.execute("create database " + DATABASE + " owner " + USER);
            } catch (SQLException e) {
                throw new AssertionError(e);
            }
        }

        /** Looks a user up as a cluster does: PostgreSQL keeps the digest. */
        private Optional<Login> find(String user, String database) {
            if (user.equals("clear")) {
                return Optional.of(new Login(USER, new Proof.ClearText(PASSWORD::equals)));
            }
            String query = "select substr(rolpassword, 4) from pg_authid where rolcanlogin and rolname = ?";
            try (Connection connection = administrator("postgres");
                    var statement = connection.prepareStatement(query)) {
                statement.setString(1, user);
                try (ResultSet row = statement.executeQuery()) {
                    return row.next()
                            ? Optional.of(new Login(user, new Proof.Md5(row.getString(1))))
                            : Optional.empty();
                }
            } catch (SQLException e) {
                throw new AssertionError(e);
            }
        }

        /** Returns a connection past the port, as the engine's superuser. */
        Connection administrator(String database) throws SQLException {
            DatabaseAccess access = engine.database("postgres");
            return DriverManager.getConnection(engine.address() + "/" + database, access.user(), access.password());
        }

        Optional<Login> admin(String user, String database) {
            return Optional.of(new Login(USER, Proof.Md5.of(user, PASSWORD)));
        }

        /** Returns where further clusters may be made. */
        Workspace workspace() {
            return workspace;
        }

        RedshiftPort port() {
            return port;
        }

        InetSocketAddress address() {
            return port.address();
        }

        Path certificate() {
            return authority.certificateFile();
        }

        /** Connects by AWS's driver. */
        Connection redshift(Map<String, String> options) throws SQLException {
            return connect("redshift", port, options);
        }

        /** Connects by PostgreSQL's driver. */
        Connection postgresql(Map<String, String> options) throws SQLException {
            return connect("postgresql", port, options);
        }

        Connection connect(String driver, RedshiftPort to, Map<String, String> options) throws SQLException {
            Properties properties = new Properties();
            properties.put("user", USER);
            properties.put("password", PASSWORD);
            properties.putAll(options);
            return DriverManager.getConnection(
                    "jdbc:" + driver + "://localhost:" + to.address().getPort() + "/" + DATABASE, properties);
        }

        @Override
        public void close() throws IOException {
            port.close();
            engine.close();
            Tree.delete(folder);
        }

        private static Path folder() {
            try {
                return Files.createTempDirectory(Path.of("target"), "c").toAbsolutePath();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
