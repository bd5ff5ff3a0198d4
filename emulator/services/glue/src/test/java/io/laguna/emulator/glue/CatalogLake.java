package io.laguna.emulator.glue;

import io.laguna.emulator.glue.connection.ConnectionSettings;
import io.laguna.emulator.glue.connection.Connections;
import io.laguna.emulator.glue.crawler.CrawlListener;
import io.laguna.emulator.glue.crawler.Crawlers;
import io.laguna.emulator.glue.crawler.work.CrawlSettings;
import io.laguna.emulator.glue.job.Jobs;
import io.laguna.emulator.glue.job.RunSettings;
import io.laguna.emulator.glue.job.S3Files;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.seal.Seal;
import io.laguna.emulator.logs.Logs;
import io.laguna.emulator.sqs.Sqs;
import io.laguna.emulator.testlake.EngineLake;
import io.laguna.emulator.testlake.OnEngines;
import io.laguna.engines.driver.EventLogs;
import io.laguna.engines.jdbc.JdbcProcess;
import io.laguna.engines.process.Workspace;
import io.laguna.engines.server.DatabaseAccess;
import io.laguna.wire.Rooms;
import io.trino.hive.thrift.metastore.ThriftHiveMetastore;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.apache.thrift.TException;
import org.apache.thrift.protocol.TBinaryProtocol;
import org.apache.thrift.transport.TSocket;
import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/** A catalog on real engines, opened once per test JVM, in a parameter of a test or of its constructor. */
final class CatalogLake extends OnEngines<CatalogLake.Running> {
    static final Caller CALLER = EngineLake.CALLER;
    static final String BUCKET = EngineLake.BUCKET;

    CatalogLake() {
        super(Running.class, Running::new);
    }

    /** The engines, and a catalog on them. */
    static final class Running implements ExtensionContext.Store.CloseableResource {
        private final EngineLake.Running engines;
        private final S3Client s3;
        private final Catalog catalog;
        private final TestSecrets secrets = new TestSecrets();
        private final Seal seal;
        private final Sqs queues;

        private Running(EngineLake.Running engines) {
            this.engines = engines;
            this.s3 = engines.s3();
            this.catalog = open();
            this.seal = Seal.keptIn(engines.folder("seal"));
            this.queues = Sqs.open(engines.state(), "http://127.0.0.1:4566");
        }

        /** Returns the service as a client sees it. */
        GlueClient glue() {
            return OneClient.of(catalog.rooms(CALLER));
        }

        /** Returns the service itself. */
        Catalog catalog() {
            return catalog;
        }

        /** Opens another catalog on the same engines, as after a restart of Laguna. */
        Catalog open() {
            return Catalog.open(
                    URI.create(engines.metastoreAddress()), engines.metastoreDatabase(), "no log", engines.state(), s3);
        }

        SqsClient queues(Caller caller) {
            return Rooms.of(SqsClient.class, queues.rooms(caller)).client();
        }

        /** Returns the secrets that connections may name. */
        TestSecrets secrets() {
            return secrets;
        }

        /** Opens the catalog and jobs on the same engines. The jobs have no drivers: no script of theirs is there. */
        Glue openAll() {
            return openAll(s3);
        }

        /**
         * Opens the whole service.
         *
         * @param crawled the buckets that crawlers see
         */
        Glue openAll(S3Client crawled) {
            Logs logs = Logs.open(engines.state());
            Function<Caller, CloudWatchLogsClient> logsOf = caller ->
                    Rooms.of(CloudWatchLogsClient.class, logs.rooms(caller)).client();
            RunSettings settings = new RunSettings(
                    () -> {
                        throw new AssertionError("A run without a script needs no driver");
                    },
                    () -> {
                        throw new AssertionError("A run without a script needs no libraries");
                    },
                    new S3Files(s3),
                    logsOf,
                    new EventLogs(Workspace.of(Path.of(""), engines.logs())),
                    (dpu, seconds, isFlexible) -> BigDecimal.ONE,
                    "http://127.0.0.1:1/",
                    Optional.empty());
            CompletableFuture<Glue> opened = new CompletableFuture<>();
            Function<Caller, GlueClient> glueOf = caller ->
                    Rooms.of(GlueClient.class, opened.join().rooms(caller)).client();
            Connections connections = new Connections(
                    engines.state(),
                    new ConnectionSettings(
                            seal,
                            new JdbcProcess(
                                    Workspace.of(Path.of(System.getProperty("laguna.home")), engines.folder("jdbc"))),
                            new S3Files(s3),
                            caller -> secrets.of(caller),
                            glueOf,
                            logsOf,
                            engines.folder("drivers")),
                    Clock.systemUTC());
            opened.complete(Glue.open(
                    open(),
                    Jobs.open(engines.state(), settings, engines.folder("glue")),
                    connections,
                    Crawlers.open(
                            engines.state(),
                            new CrawlSettings(glueOf, caller -> crawled, connections, logsOf, this::queues),
                            CrawlListener.NONE),
                    engines.state(),
                    glueOf));
            return opened.join();
        }

        /** Ends the metastore's process and starts another, at the same address. */
        void restartMetastore() {
            engines.restartMetastore();
        }

        DatabaseAccess address() {
            return engines.address();
        }

        /** Returns the database in which the metastore keeps the catalog. */
        DatabaseAccess metastoreDatabase() {
            return engines.metastoreDatabase();
        }

        String metastoreAddress() {
            return engines.metastoreAddress();
        }

        /** Returns a client of S3, which the caller closes. */
        S3Client s3() {
            return engines.s3();
        }

        Path bucket() {
            return engines.bucket();
        }

        Path logs() {
            return engines.logs();
        }

        /** Returns a location that is no other test's. */
        String location(String name) {
            return engines.location(name);
        }

        /** Does work as another client of the metastore. */
        <T> T hive(HiveWork<T> work) {
            URI address = URI.create(engines.metastoreAddress());
            try (TSocket socket = new TSocket(address.getHost(), address.getPort(), 60_000)) {
                socket.open();
                return work.with(new ThriftHiveMetastore.Client(new TBinaryProtocol(socket)));
            } catch (TException e) {
                throw new AssertionError(e.toString(), e);
            }
        }

        /** Returns the first column of the first row of a query on the state, as a number. */
        long count(String query) {
            return engines.count(query);
        }

        public void sql(String statement) {
            engines.sql(statement);
        }

        @Override
        public void close() {
            queues.close();
            catalog.close();
            s3.close();
        }
    }

    /** Calls on the metastore itself. */
    @FunctionalInterface
    interface HiveWork<T> {
        T with(ThriftHiveMetastore.Iface hive) throws TException;
    }
}
