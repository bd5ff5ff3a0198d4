package io.laguna.emulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.laguna.emulator.edge.Edge;
import io.laguna.emulator.edge.EdgeConfiguration;
import io.laguna.emulator.edge.health.EngineHealth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineStatusTest {
    private static final CompletableFuture<String> READY = CompletableFuture.completedFuture("");

    @Test
    void aPageOfAnEdgeIsReadAsItIsMeant(@TempDir Path folder) throws IOException, InterruptedException {
        List<EngineHealth> engines = List.of(
                new EngineHealth(
                        "metastore",
                        READY,
                        () -> true,
                        () -> Map.of("address", "thrift://127.0.0.1:9083", "memoryBytes", 471_859_200L)),
                EngineHealth.onDemand("trino", () -> false, Optional::empty, Map::of),
                new EngineHealth(
                        "drivers",
                        READY,
                        () -> true,
                        () -> Map.of("reserve", 1, "preparing", 0, "busy", 2, "queued", 3)),
                new EngineHealth("mysql", CompletableFuture.failedFuture(failure()), () -> false, Map::of));
        Files.createDirectories(folder.resolve("zones"));
        try (Edge edge = new Edge(
                EdgeConfiguration.local(folder.resolve("state")).withAddress("127.0.0.1", 0), List.of(), engines)) {
            edge.start();
            JsonNode page = new HealthClient(edge.address()).read();

            List<EngineStatus> parts = EngineStatus.of(page);

            assertThat(page.at("/engines/metastore/memoryBytes").isNumber()).isTrue();
            assertThat(parts.stream().map(EngineStatus::line))
                    .containsExactly(
                            "  metastore       ready         450 MiB  thrift://127.0.0.1:9083",
                            "  trino           on demand",
                            "  drivers         ready                  1 in reserve (0 more get ready), 2 busy, 3 jobs"
                                    + " queued",
                            "  mysql           failed                 mysql ended before it was ready");
            assertThat(parts.stream().map(EngineStatus::isWell)).containsExactly(true, true, true, false);
        }
    }

    private static RuntimeException failure() {
        return new IllegalStateException("mysql ended before it was ready");
    }
}
