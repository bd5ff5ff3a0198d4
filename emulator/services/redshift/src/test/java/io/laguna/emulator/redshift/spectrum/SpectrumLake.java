package io.laguna.emulator.redshift.spectrum;

import io.laguna.emulator.glue.Catalog;
import io.laguna.emulator.redshift.session.Carriers;
import io.laguna.emulator.redshift.session.LiveCluster;
import io.laguna.emulator.redshift.spectrum.engine.FileReader;
import io.laguna.emulator.testlake.EngineLake;
import io.laguna.emulator.testlake.OnEngines;
import io.laguna.engines.process.Workspace;
import io.laguna.engines.server.DatabaseAccess;
import io.laguna.engines.server.DuckDb;
import io.laguna.engines.server.OnDemand;
import io.laguna.wire.Rooms;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.s3.S3Client;

/** A cluster with Spectrum on a Data Catalog and S3, once per test JVM, in a parameter of a test or of its constructor. */
public final class SpectrumLake extends OnEngines<SpectrumLake.Running> {
    public SpectrumLake() {
        super(Running.class, Running::new);
    }

    /** The running cluster. */
    public static final class Running implements ExtensionContext.Store.CloseableResource {
        private final S3Client s3;
        private final Catalog catalog;
        private final DuckDb duckDb;
        private final OnDemand process;
        private final LiveCluster cluster;
        private final Path zones;

        private Running(EngineLake.Running engines) {
            s3 = engines.s3();
            catalog = Catalog.open(
                    URI.create(engines.metastoreAddress()), engines.metastoreDatabase(), "no log", engines.state(), s3);
            zones = engines.bucket().getParent();
            Path home = Path.of(System.getProperty("laguna.home"));
            duckDb = new DuckDb(Workspace.of(home, zones.getParent()));
            process = new OnDemand(duckDb);
            Spectrum spectrum = new Spectrum(
                    caller -> Rooms.of(GlueClient.class, catalog.rooms(caller)).client(),
                    s3,
                    new FileReader(duckDb, process, zones));
            try {
                cluster = LiveCluster.start(scope -> spectrum.with(Carriers.NONE));
            } catch (SQLException e) {
                throw new AssertionError(e);
            }
        }

        public LiveCluster cluster() {
            return cluster;
        }

        public S3Client s3() {
            return s3;
        }

        public GlueClient glue() {
            return Rooms.of(GlueClient.class, catalog.rooms(EngineLake.CALLER)).client();
        }

        /** Runs a statement of DuckDB's, as its owner: {@code {zones}} is the folder of buckets. */
        public void duckDb(String sql) throws SQLException {
            var unused = process.address();
            DatabaseAccess owner = duckDb.owner();
            try (Connection connection = DriverManager.getConnection(owner.url(), owner.user(), owner.password());
                    Statement statement = connection.createStatement()) {
                statement.execute(sql.replace("{zones}", zones.toString()));
            }
        }

        /** Ends the process that reads files; the next statement starts another. */
        public void endFileReader() {
            duckDb.close();
        }

        @Override
        public void close() throws IOException {
            cluster.close();
            process.close();
            catalog.close();
            s3.close();
        }
    }
}
