package io.laguna.emulator.lake;

import io.laguna.emulator.edge.health.EngineHealth;
import io.laguna.engines.process.S3Access;
import io.laguna.engines.process.Workspace;
import io.laguna.engines.server.DatabaseServer;
import io.laguna.engines.server.Engine;
import io.laguna.engines.server.HiveMetastore;
import io.laguna.engines.server.MariaDb;
import io.laguna.engines.server.OnDemand;
import io.laguna.engines.server.OnDemandPort;
import io.laguna.engines.server.PostgreSql;
import io.laguna.engines.server.RemotePostgreSql;
import io.laguna.engines.server.RemoteServer;
import io.laguna.engines.server.Trino;
import io.laguna.engines.yarn.ContainerLogs;
import io.laguna.engines.yarn.ResourceManager;
import io.laguna.engines.yarn.YarnCluster;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The engines of a lake. Engines that do not need one another start at once, and all stop together. */
final class LakeEngines implements AutoCloseable {
    private static final long START_ENDS_SECONDS = 30;

    private final DatabaseServer postgresql;
    private final Engine metastore;
    private final Engine source;
    private final OnDemand trino;
    private final Optional<YarnCluster> cluster;
    private final CompletableFuture<Void> sourceReady = new CompletableFuture<>();

    /** The engines without which the lake is not up. */
    private final Map<Engine, CompletableFuture<Void>> ready = new LinkedHashMap<>();

    private final ExecutorService threads = Executors.newFixedThreadPool(3);
    private final Consumer<String> listener;

    private LakeEngines(
            DatabaseServer postgresql,
            Engine metastore,
            Engine source,
            Engine trino,
            Optional<YarnCluster> cluster,
            Optional<Engine> resourceManager,
            Consumer<String> listener) {
        this.postgresql = postgresql;
        this.metastore = metastore;
        this.source = source;
        this.trino = new OnDemand(trino);
        this.cluster = cluster;
        this.listener = listener;
        List.of(postgresql, metastore).forEach(engine -> ready.put(engine, new CompletableFuture<>()));
        resourceManager.ifPresent(engine -> ready.put(engine, new CompletableFuture<>()));
    }

    /** Returns engines that are child processes of this one. */
    static LakeEngines embedded(Workspace workspace, LakePorts ports, S3Access s3, Consumer<String> listener) {
        PostgreSql postgresql = new PostgreSql(workspace, ports.postgresql());
        HiveMetastore metastore = new HiveMetastore(workspace, ports.metastore(), postgresql, s3);
        return new LakeEngines(
                postgresql,
                metastore,
                MariaDb.onDemand(workspace, ports.mariadb()),
                new Trino(workspace, ports.trino(), metastore, s3),
                Optional.empty(),
                Optional.empty(),
                listener);
    }

    /** Returns the engines of a cluster that is there. */
    static LakeEngines of(
            ClusterSettings cluster, Workspace workspace, LakePorts ports, S3Access s3, Consumer<String> listener) {
        ResourceManager resourceManager = new ResourceManager(cluster.resourceManager());
        RemoteServer metastore =
                new RemoteServer(HiveMetastore.NAME, cluster.metastore().toString());
        return new LakeEngines(
                new RemotePostgreSql(cluster.database()),
                metastore,
                new RemoteServer("mysql", cluster.mysql()),
                trino(cluster, workspace, ports, metastore, s3),
                Optional.of(new YarnCluster(
                        resourceManager,
                        new ContainerLogs(cluster.jobHistory()),
                        cluster.resourceManagerPages(),
                        cluster.historyServerPages())),
                Optional.of(RemoteServer.of(
                        resourceManager, cluster.resourceManager().toString())),
                listener);
    }

    private static Engine trino(
            ClusterSettings cluster, Workspace workspace, LakePorts ports, Engine metastore, S3Access s3) {
        return cluster.trino()
                .<Engine>map(address -> RemoteServer.ofTrino(address.toString()))
                .orElseGet(() -> new Trino(workspace, ports.trino(), metastore, s3));
    }

    void start() {
        threads.execute(() -> {
            start(postgresql, ready.get(postgresql));
            ready.get(postgresql)
                    .thenRun(() -> start(metastore, ready.get(metastore)))
                    .exceptionally(e -> {
                        ready.get(metastore).completeExceptionally(e);
                        return null;
                    });
        });
        threads.execute(() -> start(source, sourceReady));
        threads.execute(() -> ready.keySet().stream()
                .filter(engine -> !List.of(postgresql, metastore).contains(engine))
                .forEach(engine -> start(engine, ready.get(engine))));
    }

    /** Returns the cluster that jobs run on, where it is not this machine alone. */
    Optional<YarnCluster> cluster() {
        return cluster;
    }

    /**
     * Returns a future that completes when jobs can run: when the catalog, Laguna's own database and, where there is
     * one, YARN answer.
     */
    CompletableFuture<Void> jobsReady() {
        return cluster.isPresent() ? CompletableFuture.allOf(all()) : catalogReady();
    }

    /** Returns a future that completes when Laguna's own database answers, or with the reason why it does not. */
    CompletableFuture<Void> databaseReady() {
        return ready.get(postgresql);
    }

    /**
     * Returns a future that completes when the catalog and Laguna's own database answer, or with the reason why they do
     * not.
     */
    CompletableFuture<Void> catalogReady() {
        return ready.get(metastore);
    }

    DatabaseServer postgresql() {
        return postgresql;
    }

    Engine metastore() {
        return metastore;
    }

    /** Returns the Trino that starts with the first query of Athena's. */
    OnDemand trino() {
        return trino;
    }

    void startTrino() {
        var unused = trino.address();
        listener.accept(trino.name());
    }

    List<EngineHealth> health() {
        List<EngineHealth> health = new ArrayList<>();
        ready.forEach((engine, future) -> health.add(LakeHealth.of(engine, future)));
        health.add(
                source instanceof OnDemandPort port
                        ? LakeHealth.of(port, sourceReady)
                        : LakeHealth.of(source, sourceReady));
        return health;
    }

    /**
     * Waits until all engines that the lake needs are ready and the source's address is known, or throws the first
     * failure.
     */
    void await() {
        join(CompletableFuture.allOf(all()));
        if (source instanceof OnDemandPort) {
            join(sourceReady);
        }
    }

    private CompletableFuture<?>[] all() {
        return ready.values().toArray(CompletableFuture[]::new);
    }

    /** Waits for the value of a future, or throws the reason of its failure. */
    static <T> T join(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException reason ? reason : e;
        }
    }

    LakeAddresses addresses(String endpoint) {
        return new LakeAddresses(
                ProcessHandle.current().pid(), endpoint, metastore.address(), postgresql.address(), source.address());
    }

    @Override
    public void close() {
        awaitEndOfStart();
        trino.close();
        CompletableFuture<?> sourceStopped = CompletableFuture.runAsync(source::close);
        // The metastore lets go of PostgreSQL first.
        metastore.close();
        postgresql.close();
        sourceStopped.join();
    }

    /** Waits for engines that still start: one that started after it was closed would outlive the lake. */
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

    /** Starts an engine. When it fails, only what needs this engine fails with it. */
    private void start(Engine engine, CompletableFuture<Void> started) {
        try {
            engine.start();
        } catch (RuntimeException e) {
            started.completeExceptionally(e);
            return;
        }
        started.complete(null);
        if (!(engine instanceof OnDemandPort)) {
            listener.accept(engine.name());
        }
    }
}
