package io.laguna.emulator.athena;

import io.laguna.emulator.glue.Catalog;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.state.State;
import io.laguna.emulator.testlake.EngineLake;
import io.laguna.emulator.testlake.OnEngines;
import io.laguna.wire.Rooms;
import java.net.URI;
import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.s3.S3Client;

/** A Data Catalog on real engines, opened once per test JVM, in a parameter of a test or of its constructor. */
public final class CatalogLake extends OnEngines<CatalogLake.Running> {
    public CatalogLake() {
        super(Running.class, Running::new);
    }

    /** The engines, and a catalog on them. */
    public static final class Running implements ExtensionContext.Store.CloseableResource {
        private final EngineLake.Running engines;
        private final S3Client s3;
        private final Catalog catalog;

        private Running(EngineLake.Running engines) {
            this.engines = engines;
            this.s3 = engines.s3();
            this.catalog = Catalog.open(
                    URI.create(engines.metastoreAddress()), engines.metastoreDatabase(), "no log", engines.state(), s3);
        }

        /** Returns the catalog as the tests' caller sees it. */
        public GlueClient glue() {
            return glue(EngineLake.CALLER);
        }

        GlueClient glue(Caller caller) {
            return Rooms.of(GlueClient.class, catalog.rooms(caller)).client();
        }

        State state() {
            return engines.state();
        }

        /** Returns a client of S3, which the caller closes. */
        public S3Client s3() {
            return engines.s3();
        }

        /** Returns a location that is no other test's. */
        public String location(String name) {
            return engines.location(name);
        }

        @Override
        public void close() {
            catalog.close();
            s3.close();
        }
    }
}
