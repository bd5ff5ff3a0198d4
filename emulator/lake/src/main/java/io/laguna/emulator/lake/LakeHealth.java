package io.laguna.emulator.lake;

import io.laguna.emulator.edge.health.EngineHealth;
import io.laguna.emulator.prices.ClusterPrice;
import io.laguna.emulator.redshift.Redshift;
import io.laguna.engines.driver.DriverCounts;
import io.laguna.engines.driver.Drivers;
import io.laguna.engines.process.ProcessMemory;
import io.laguna.engines.server.Engine;
import io.laguna.engines.server.OnDemand;
import io.laguna.engines.server.OnDemandPort;
import io.laguna.engines.server.Trino;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** The parts of a lake as the health page shows them: where each answers, and the memory that it holds. */
final class LakeHealth {
    private LakeHealth() {}

    /** Describes Laguna's own process. */
    static EngineHealth endpoint(String address) {
        return new EngineHealth("endpoint", CompletableFuture.completedFuture(address), () -> true, () -> {
            Map<String, Object> figures = new LinkedHashMap<>();
            figures.put("address", address);
            figures.put("processId", ProcessHandle.current().pid());
            return with(ProcessMemory.own(), figures);
        });
    }

    /** Describes an engine that runs all the time. */
    static EngineHealth of(Engine engine, CompletableFuture<?> ready) {
        return new EngineHealth(engine.name(), ready, engine::isRunning, () -> figures(engine, ready));
    }

    /**
     * Describes an engine that starts with the first connection to its port.
     *
     * @param open completed when the port takes connections
     */
    static EngineHealth of(OnDemandPort port, CompletableFuture<?> open) {
        return EngineHealth.onDemand(port.name(), port::isRunning, port.engine()::failure, () -> figures(port, open));
    }

    private static Map<String, Object> figures(Engine engine, CompletableFuture<?> ready) {
        Map<String, Object> figures = new LinkedHashMap<>();
        if (LakeServices.isOpen(ready)) {
            figures.put("address", engine.address());
        }
        return with(engine.memory(), figures);
    }

    /**
     * Describes the engine of Athena's queries.
     *
     * @param queries returns the sums of the queries
     * @param warmUp returns how far its preparation is
     */
    static EngineHealth of(OnDemand trino, Supplier<Map<String, Object>> queries, Supplier<String> warmUp) {
        return EngineHealth.onDemand(trino.name(), trino::isRunning, trino::failure, () -> {
            Map<String, Object> figures = new LinkedHashMap<>();
            trino.runningAddress().map(Trino::jdbcUrl).ifPresent(url -> figures.put("address", url));
            figures.put("warmUp", warmUp.get());
            figures.putAll(queries.get());
            return with(trino.memory(), figures);
        });
    }

    /** Describes the clusters of Redshift, whose engines start with their first clients. */
    static EngineHealth of(CompletableFuture<Redshift> clusters, ClusterPrice price) {
        return new EngineHealth("redshift", clusters, () -> true, () -> {
            Map<String, Object> figures = new LinkedHashMap<>();
            if (!LakeServices.isOpen(clusters)) {
                return figures;
            }
            figures.put("clusters", clusters.join().open());
            price.perHour(clusters.join().nodes())
                    .ifPresent(dollars -> figures.put("clustersOnAwsPerHour", "$" + dollars.toPlainString()));
            return with(clusters.join().memory(), figures);
        });
    }

    /**
     * Describes the drivers that run jobs.
     *
     * @param runs returns the sums of Glue's runs
     */
    static EngineHealth of(CompletableFuture<Drivers> drivers, Supplier<Map<String, Object>> runs) {
        return new EngineHealth(
                "drivers",
                drivers,
                () -> true,
                () -> LakeServices.isOpen(drivers) ? figures(drivers.join().counts(), runs.get()) : Map.of());
    }

    private static Map<String, Object> figures(DriverCounts drivers, Map<String, Object> runs) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("reserve", drivers.reserve());
        figures.put("preparing", drivers.preparing());
        figures.put("busy", drivers.busy());
        figures.put("queued", drivers.queued());
        figures.put("programs", drivers.programs());
        figures.putAll(runs);
        return with(drivers.memory(), figures);
    }

    private static Map<String, Object> with(OptionalLong memory, Map<String, Object> figures) {
        memory.ifPresent(bytes -> figures.put("memoryBytes", bytes));
        return figures;
    }
}
