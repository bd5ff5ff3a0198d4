package io.laguna.emulator.testlake;

import io.laguna.emulator.edge.Edge;
import io.laguna.emulator.edge.EdgeConfiguration;
import io.laguna.emulator.edge.mount.ServiceMount;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.state.State;
import io.laguna.emulator.s3.S3;
import io.laguna.engines.driver.DriverSettings;
import io.laguna.engines.driver.Drivers;
import io.laguna.engines.process.S3Access;
import io.laguna.engines.process.Workspace;
import io.laguna.engines.server.DatabaseAccess;
import io.laguna.engines.server.HiveMetastore;
import io.laguna.engines.server.PostgreSql;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The engines of a lake: a real PostgreSQL and real S3, and a real Hive Metastore for the tests that need it, started once
 * per test JVM, in a parameter of a test or of its constructor.
 */
public final class EngineLake implements ParameterResolver {
    public static final Caller CALLER = new Caller("123456789012", "eu-west-1");
    public static final String BUCKET = "tests";

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType().equals(Running.class);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(EngineLake.class))
                .getOrComputeIfAbsent(Running.class, key -> Running.start(), Running.class);
    }

    /** The running engines. */
    public static final class Running implements ExtensionContext.Store.CloseableResource {
        private final Path folder;
        private final Workspace workspace;
        private final S3 buckets;
        private final Edge edge;
        private final PostgreSql postgresql;
        private Optional<HiveMetastore> metastore = Optional.empty();
        private final DatabaseAccess address;
        private final State state;

        private Running(Path folder) {
            this.folder = folder;
            this.workspace = Workspace.of(Path.of(System.getProperty("laguna.home")), folder);
            this.postgresql = new PostgreSql(workspace, 0);
            try {
                Files.createDirectories(workspace.zones().resolve(BUCKET));
                Files.createDirectories(workspace.zones().resolve("warehouse"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            this.buckets = S3.open(workspace.zones());
            this.edge = new Edge(
                    EdgeConfiguration.local(workspace.state()).withAddress("127.0.0.1", 0),
                    List.of(ServiceMount.of(S3Client.class, "s3", buckets)),
                    List.of());
            edge.start();
            postgresql.start();
            this.address = postgresql.database("laguna");
            this.state = State.open(address, postgresql.logCommand());
        }

        static Running start() {
            try {
                return new Running(
                        Files.createTempDirectory(Path.of("target"), "lake").toAbsolutePath());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Returns the state in which services keep what their engines cannot. */
        public State state() {
            return state;
        }

        /** Returns the drivers that run jobs on these engines. */
        public Drivers drivers() {
            S3Access s3 = new S3Access(edge.address(), "laguna", "laguna");
            return new Drivers(workspace, s3, metastoreAddress(), DriverSettings.DEFAULT.cold());
        }

        /** Ends the metastore's process and starts another, at the same address. */
        public synchronized void restartMetastore() {
            String address = metastoreAddress();
            metastore.orElseThrow().close();
            metastore = Optional.of(startMetastore(Integer.parseInt(address.substring(address.lastIndexOf(':') + 1))));
        }

        private HiveMetastore startMetastore(int port) {
            HiveMetastore started =
                    new HiveMetastore(workspace, port, postgresql, new S3Access(edge.address(), "laguna", "laguna"));
            started.start();
            return started;
        }

        /** Returns the database of the state. */
        public DatabaseAccess address() {
            return address;
        }

        /** Returns the database in which the metastore keeps the catalog. */
        public DatabaseAccess metastoreDatabase() {
            return postgresql.database(HiveMetastore.DATABASE);
        }

        /** Returns {@code thrift://127.0.0.1:port} of the metastore, which is started when a test first asks for it. */
        public synchronized String metastoreAddress() {
            if (metastore.isEmpty()) {
                metastore = Optional.of(startMetastore(0));
            }
            return metastore.orElseThrow().address();
        }

        /** Returns a client of S3, which the caller closes. */
        public S3Client s3() {
            return S3Client.builder()
                    .endpointOverride(URI.create(edge.address()))
                    .forcePathStyle(true)
                    .region(Region.of(CALLER.region()))
                    .credentialsProvider(
                            StaticCredentialsProvider.create(AwsBasicCredentials.create("laguna", "laguna")))
                    .build();
        }

        /** Returns {@code http://127.0.0.1:port}. */
        public String s3Address() {
            return edge.address();
        }

        /** Returns an empty folder for a service's files, which is deleted with the engines. */
        public Path folder(String name) {
            try {
                return Files.createTempDirectory(folder, name);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Returns the folder of the bucket {@link EngineLake#BUCKET}. */
        public Path bucket() {
            return folder.resolve("zones").resolve(BUCKET);
        }

        /** Returns the folder of the engines' logs. */
        public Path logs() {
            return folder.resolve(".laguna/logs");
        }

        /** Returns a location that is no other test's. */
        public String location(String name) {
            return "s3://" + BUCKET + "/" + name;
        }

        /** Returns the first column of the first row of a query on the state, as a number. */
        public long count(String query) {
            try (Connection connection =
                            DriverManager.getConnection(address.url(), address.user(), address.password());
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(query)) {
                row.next();
                return row.getLong(1);
            } catch (SQLException e) {
                throw new AssertionError(query, e);
            }
        }

        /** Runs a statement on the state. */
        public void sql(String statement) {
            sql(statement, address.url());
        }

        private void sql(String text, String url) {
            try (Connection connection = DriverManager.getConnection(url, address.user(), address.password());
                    Statement statement = connection.createStatement()) {
                statement.execute(text);
            } catch (SQLException e) {
                throw new AssertionError(text, e);
            }
        }

        @Override
        public void close() throws IOException {
            state.close();
            metastore.ifPresent(HiveMetastore::close);
            postgresql.close();
            edge.close();
            buckets.close();
            List<Path> leftovers;
            try (Stream<Path> files = Files.walk(folder)) {
                leftovers = files.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path leftover : leftovers) {
                Files.deleteIfExists(leftover);
            }
        }
    }
}
