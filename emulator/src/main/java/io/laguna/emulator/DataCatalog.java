package io.laguna.emulator;

import io.laguna.emulator.edge.OperationIndex;
import io.laguna.emulator.edge.ServiceMount;
import io.laguna.emulator.glue.Catalog;
import io.laguna.wire.Rooms;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import software.amazon.awssdk.services.glue.GlueClient;

/** The lake's Glue Data Catalog: opened when the metastore and PostgreSQL are ready. */
final class DataCatalog implements AutoCloseable {
    private final CompletableFuture<Catalog> catalog;

    DataCatalog(LakeEngines engines) {
        this.catalog = engines.catalogReady()
                .thenApply(ready -> Catalog.open(
                        URI.create(engines.metastore().address()),
                        engines.postgresql().database("laguna")));
    }

    ServiceMount mount() {
        CompletableFuture<Function<Caller, Rooms<GlueClient>>> rooms =
                catalog.thenApply(opened -> caller -> Rooms.of(GlueClient.class, opened.rooms(caller)));
        return new ServiceMount(OperationIndex.of(GlueClient.class, "glue"), rooms);
    }

    /** The service as one client, once it is open. */
    GlueClient client(Caller caller) {
        return Rooms.of(GlueClient.class, catalog.join().rooms(caller)).client();
    }

    /** Returns when the catalog answers, or throws the reason why it does not. */
    void await() {
        try {
            catalog.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException reason ? reason : e;
        }
    }

    @Override
    public void close() {
        if (catalog.isDone() && !catalog.isCompletedExceptionally()) {
            catalog.join().close();
        }
    }
}
