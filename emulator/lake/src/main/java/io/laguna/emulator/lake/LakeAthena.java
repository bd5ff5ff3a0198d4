package io.laguna.emulator.lake;

import io.laguna.emulator.athena.Athena;
import io.laguna.emulator.athena.query.Usage;
import io.laguna.emulator.edge.health.EngineHealth;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.state.State;
import io.laguna.emulator.prices.PriceTable;
import io.laguna.emulator.prices.QueryPrice;
import io.laguna.engines.process.AvailableMemory;
import io.laguna.engines.server.OnDemand;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.s3.S3Client;

/** Athena and its engine, which is got ready in the background while the lake does nothing else. */
final class LakeAthena implements AutoCloseable {
    private final OnDemand trino;
    private final Usage usage;
    private final LakeService<AthenaClient> athena;
    private final AthenaWarmUp warmUp;

    /**
     * Begins to open Athena.
     *
     * @param results the client that results are put by: without HTTP, on which a small query would spend half of its time
     * @param folder where Athena keeps files of its own
     * @param idle tells whether nothing else needs the machine
     */
    LakeAthena(
            CompletableFuture<State> state,
            OnDemand trino,
            Function<Caller, GlueClient> catalog,
            S3Client results,
            Path folder,
            PriceTable prices,
            BooleanSupplier idle) {
        this.trino = trino;
        this.usage = new Usage(QueryPrice.of(prices)::of);
        CompletableFuture<Athena> queries =
                state.thenApply(opened -> Athena.open(opened, trino, catalog, results, folder, usage));
        this.athena = new LakeService<>(AthenaClient.class, "athena", queries);
        this.warmUp = new AthenaWarmUp(
                trino,
                pause -> queries.join().exercise(pause),
                () -> idle.getAsBoolean()
                        && LakeServices.isOpen(queries)
                        && queries.join().isIdle(),
                AvailableMemory.ofThisMachine()::bytes);
    }

    /** Gets the engine ready in the background. */
    void warm() {
        warmUp.begin();
    }

    EngineHealth health() {
        return LakeHealth.of(trino, usage::figures, warmUp::stage);
    }

    AthenaClient client(Caller caller) {
        return athena.client(caller);
    }

    LakeService<AthenaClient> service() {
        return athena;
    }

    /** Ends the warming up; the service is closed in its turn. */
    @Override
    public void close() {
        warmUp.close();
    }
}
