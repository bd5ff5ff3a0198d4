package io.laguna.emulator.glue;

import io.laguna.emulator.Caller;
import io.laguna.emulator.LakeClients;
import io.laguna.emulator.LakeKeys;
import io.laguna.emulator.edge.Edge;
import io.laguna.emulator.edge.EdgeConfiguration;
import io.laguna.emulator.state.State;
import io.laguna.engines.DatabaseAccess;
import io.laguna.engines.DriverSettings;
import io.laguna.engines.Drivers;
import io.laguna.engines.HiveMetastore;
import io.laguna.engines.PostgreSql;
import io.laguna.engines.S3Access;
import io.laguna.engines.Workspace;
import io.trino.hive.thrift.metastore.ThriftHiveMetastore;
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
import java.util.stream.Stream;
import org.apache.thrift.TException;
import org.apache.thrift.protocol.TBinaryProtocol;
import org.apache.thrift.transport.TSocket;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * A catalog on a real PostgreSQL and a real Hive Metastore, started once per test JVM, in a parameter of a test or of
 * its constructor.
 */
public final class CatalogLake implements ParameterResolver {
    static final Caller CALLER = new Caller("123456789012", "eu-west-1");
    static final String BUCKET = "tests";

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType().equals(Running.class);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(CatalogLake.class))
                .getOrComputeIfAbsent(Running.class, key -> Running.start(), Running.class);
    }

    /** The engines, and a catalog on them. */
    public static final class Running implements ExtensionContext.Store.CloseableResource {
        private final Path folder;
        private final Workspace workspace;
        private final Edge edge;
        private final PostgreSql postgresql;
        private HiveMetastore metastore;
        private final DatabaseAccess address;
        private final State state;
        private final Catalog catalog;

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
            this.edge = new Edge(
                    EdgeConfiguration.local(workspace.state()).withAddress("127.0.0.1", 0),
                    workspace.zones(),
                    List.of(),
                    List.of());
            edge.start();
            postgresql.start();
            this.metastore = startMetastore(0);
            this.address = postgresql.database("laguna");
            this.state = State.open(address);
            this.catalog = open();
        }

        static Running start() {
            try {
                return new Running(
                        Files.createTempDirectory(Path.of("target"), "lake").toAbsolutePath());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** The service, as everybody sees it. */
        public GlueClient glue() {
            return OneClient.of(catalog.rooms(CALLER));
        }

        /** The service itself. */
        public Catalog catalog() {
            return catalog;
        }

        /** What the other services keep their state in. */
        public State state() {
            return state;
        }

        /** What runs the jobs of the other services. */
        public Drivers drivers() {
            S3Access s3 = new S3Access(edge.address(), "laguna", "laguna");
            return new Drivers(workspace, s3, metastore.address(), DriverSettings.DEFAULT.cold());
        }

        /** Another catalog on the same engines, as after a restart of Laguna. */
        public Catalog open() {
            return Catalog.open(URI.create(metastore.address()), state);
        }

        /** The metastore's process ends and another begins, at the same address. */
        void restartMetastore() {
            String address = metastore.address();
            metastore.close();
            metastore = startMetastore(Integer.parseInt(address.substring(address.lastIndexOf(':') + 1)));
        }

        private HiveMetastore startMetastore(int port) {
            HiveMetastore started =
                    new HiveMetastore(workspace, port, postgresql, new S3Access(edge.address(), "laguna", "laguna"));
            started.start();
            return started;
        }

        DatabaseAccess address() {
            return address;
        }

        String metastoreAddress() {
            return metastore.address();
        }

        /** S3 with the lake's own key, to be closed by whoever asked for it. */
        public S3Client s3() {
            return new LakeClients(edge.address(), LakeKeys.of(workspace.state())).s3();
        }

        public String s3Address() {
            return edge.address();
        }

        Path bucket() {
            return folder.resolve("zones").resolve(BUCKET);
        }

        Path logs() {
            return folder.resolve(".laguna/logs");
        }

        /** A location that is no other test's. */
        public String location(String name) {
            return "s3://" + BUCKET + "/" + name;
        }

        /** Something that another client of the metastore does. */
        <T> T hive(HiveWork<T> work) {
            URI address = URI.create(metastore.address());
            try (TSocket socket = new TSocket(address.getHost(), address.getPort(), 60_000)) {
                socket.open();
                return work.with(new ThriftHiveMetastore.Client(new TBinaryProtocol(socket)));
            } catch (TException e) {
                throw new AssertionError(e.toString(), e);
            }
        }

        /** The first column of the first row of a query on the state, as a number. */
        long count(String query) {
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

        void sql(String statement) {
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
            catalog.close();
            state.close();
            metastore.close();
            postgresql.close();
            edge.close();
            List<Path> leftovers;
            try (Stream<Path> files = Files.walk(folder)) {
                leftovers = files.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path leftover : leftovers) {
                Files.deleteIfExists(leftover);
            }
        }
    }

    /** Calls on the metastore itself. */
    @FunctionalInterface
    interface HiveWork<T> {
        T with(ThriftHiveMetastore.Iface hive) throws TException;
    }
}
