package io.laguna.emulator;

import io.laguna.engines.Engine;
import io.laguna.engines.HiveMetastore;
import io.laguna.engines.MariaDb;
import io.laguna.engines.PostgreSql;
import io.laguna.engines.S3;
import io.laguna.engines.Workspace;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The engines of a workspace, started together and stopped together. */
public final class Lake implements AutoCloseable {
    private final Workspace workspace;
    private final LakeLock lock;
    private final EngineListener listener;
    private final long begun = System.nanoTime();
    private final S3 s3;
    private final PostgreSql postgresql;
    private final HiveMetastore metastore;
    private final MariaDb mariadb;

    private Lake(Workspace workspace, LakePorts ports, LakeLock lock, EngineListener listener) {
        this.workspace = workspace;
        this.lock = lock;
        this.listener = listener;
        this.s3 = new S3(workspace, ports.s3());
        this.postgresql = new PostgreSql(workspace, ports.postgresql());
        this.metastore = new HiveMetastore(workspace, ports.metastore(), postgresql, s3);
        this.mariadb = new MariaDb(workspace, ports.mariadb());
    }

    /**
     * Starts every engine, at once where one does not need the other.
     *
     * @throws LakeInUseException when another process owns the workspace
     * @throws io.laguna.engines.EngineFailure when an engine does not start; the others are stopped again
     */
    public static Lake start(Workspace workspace, LakePorts ports, EngineListener listener) {
        LakeLock lock = LakeLock.tryTake(workspace.state())
                .orElseThrow(() -> new LakeInUseException("Another Laguna works on " + workspace.state()
                        + ": wait for it to end, or stop it with ./laguna down."));
        try {
            Lake lake = new Lake(workspace, ports, lock, listener);
            lake.startEngines();
            return lake;
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    public LakeAddresses addresses() {
        return new LakeAddresses(
                ProcessHandle.current().pid(),
                s3.address(),
                metastore.address(),
                postgresql.address(),
                mariadb.address());
    }

    /** Tells other processes where this lake answers, until it is closed. */
    public void publishAddresses() {
        addresses().publish(workspace.state());
    }

    /** The engines, in the order in which they are stopped. */
    public List<Engine> engines() {
        return List.of(metastore, mariadb, s3, postgresql);
    }

    @Override
    public void close() {
        LakeAddresses.withdraw(workspace.state());
        // The metastore lets go of PostgreSQL first; the others do not know one another.
        CompletableFuture<?> mysqlStopped = CompletableFuture.runAsync(mariadb::close);
        CompletableFuture<?> s3Stopped = CompletableFuture.runAsync(s3::close);
        metastore.close();
        postgresql.close();
        CompletableFuture.allOf(mysqlStopped, s3Stopped).join();
        lock.close();
    }

    private void startEngines() {
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            CompletableFuture<?> catalog =
                    CompletableFuture.runAsync(() -> start(postgresql), threads).thenRun(() -> start(metastore));
            CompletableFuture<?> storage = CompletableFuture.runAsync(() -> start(s3), threads);
            CompletableFuture<?> source = CompletableFuture.runAsync(() -> start(mariadb), threads);
            CompletableFuture.allOf(catalog, storage, source).join();
        } catch (CompletionException e) {
            engines().forEach(Engine::close);
            if (e.getCause() instanceof RuntimeException reason) {
                throw reason;
            }
            throw e;
        } finally {
            threads.shutdown();
        }
    }

    private void start(Engine engine) {
        engine.start();
        listener.ready(engine, Duration.ofNanos(System.nanoTime() - begun));
    }
}
