package io.laguna.emulator;

import io.laguna.emulator.edge.EngineHealth;
import io.laguna.engines.Engine;
import io.laguna.engines.HiveMetastore;
import io.laguna.engines.MariaDb;
import io.laguna.engines.PostgreSql;
import io.laguna.engines.S3Access;
import io.laguna.engines.Workspace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The engines of a lake, started at once where one does not need the other, and stopped together. */
final class LakeEngines implements AutoCloseable {
    private static final long START_ENDS_SECONDS = 30;

    private final PostgreSql postgresql;
    private final HiveMetastore metastore;
    private final MariaDb mariadb;
    private final Map<Engine, CompletableFuture<Void>> ready = new LinkedHashMap<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final Consumer<String> listener;

    LakeEngines(Workspace workspace, LakePorts ports, S3Access s3, Consumer<String> listener) {
        this.listener = listener;
        this.postgresql = new PostgreSql(workspace, ports.postgresql());
        this.metastore = new HiveMetastore(workspace, ports.metastore(), postgresql, s3);
        this.mariadb = new MariaDb(workspace, ports.mariadb());
        List.of(postgresql, metastore, mariadb).forEach(engine -> ready.put(engine, new CompletableFuture<>()));
    }

    void start() {
        threads.execute(() -> {
            start(postgresql);
            start(metastore);
        });
        threads.execute(() -> start(mariadb));
    }

    /** Completed when the catalog and Laguna's own database answer, or with the reason why they do not. */
    CompletableFuture<Void> catalogReady() {
        return ready.get(metastore);
    }

    PostgreSql postgresql() {
        return postgresql;
    }

    HiveMetastore metastore() {
        return metastore;
    }

    List<EngineHealth> health() {
        return ready.entrySet().stream()
                .map(engine -> new EngineHealth(engine.getKey().name(), engine.getValue(), engine.getKey()::isRunning))
                .toList();
    }

    /** Returns when all are ready, or throws the first one's failure. */
    void await() {
        join(CompletableFuture.allOf(ready.values().toArray(CompletableFuture[]::new)));
    }

    /** What it is completed with, once it is; or throws the reason why it will not be. */
    static <T> T join(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException reason ? reason : e;
        }
    }

    LakeAddresses addresses(String endpoint) {
        return new LakeAddresses(
                ProcessHandle.current().pid(), endpoint, metastore.address(), postgresql.address(), mariadb.address());
    }

    @Override
    public void close() {
        awaitEndOfStart();
        CompletableFuture<?> sourceStopped = CompletableFuture.runAsync(mariadb::close);
        // The metastore lets go of PostgreSQL first.
        metastore.close();
        postgresql.close();
        sourceStopped.join();
    }

    /** An engine that started after it was closed would outlive the lake. */
    private void awaitEndOfStart() {
        threads.shutdownNow();
        try {
            if (!threads.awaitTermination(START_ENDS_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("An engine still starts " + START_ENDS_SECONDS
                        + " s after it was told not to; it ends with this process.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void start(Engine engine) {
        try {
            engine.start();
            ready.get(engine).complete(null);
            listener.accept(engine.name());
        } catch (RuntimeException e) {
            // What waits behind it would wait for ever.
            ready.values().forEach(future -> future.completeExceptionally(e));
            throw e;
        }
    }
}
