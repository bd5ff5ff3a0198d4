package io.laguna.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.laguna.emulator.lake.LakeAddresses;
import io.laguna.emulator.lake.LakeClients;
import io.laguna.tests.LagunaCommand.Running;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Bucket;

/** Tests of Athena's engine as {@code up} gets it ready in the background. */
@Tag("slow")
class KilledWarmUpSystemTest {
    @TempDir
    private Path folder;

    @Test
    void anEngineThatGetsReadyEndsWithTheKilledLake() throws InterruptedException {
        Running laguna = new LagunaCommand(folder, Map.of("LAGUNA_ATHENA", LagunaCommand.UNSET)).up();
        ProcessHandle trino;
        try {
            await().atMost(Duration.ofMinutes(2))
                    .until(() -> TrinoProcess.below(laguna.process().toHandle()).isPresent());
            trino = TrinoProcess.below(laguna.process().toHandle()).orElseThrow();
        } finally {
            laguna.process().destroyForcibly().waitFor();
        }

        await().atMost(Duration.ofSeconds(60)).until(() -> !trino.isAlive());
    }

    @Test
    void theEngineGetsReadyByItselfAndLeavesNoTrace() throws InterruptedException {
        Running laguna = new LagunaCommand(folder, Map.of("LAGUNA_ATHENA", LagunaCommand.UNSET)).up();
        LakeAddresses addresses = LakeAddresses.of(folder.resolve(".laguna")).orElseThrow();
        try (AthenaSide athena =
                        new AthenaSide(LakeClients.of(addresses.endpoint(), folder.resolve(".laguna")), "default");
                S3Client s3 = LakeClients.of(addresses.endpoint(), folder.resolve(".laguna"))
                        .s3()) {
            await().atMost(Duration.ofMinutes(5)).until(() -> WarmUpPage.of(addresses.endpoint())
                    .path("warmUp")
                    .asText()
                    .equals("done"));

            assertThat(athena.client().listQueryExecutions(list -> {}).queryExecutionIds())
                    .isEmpty();
            assertThat(s3.listBuckets().buckets()).extracting(Bucket::name).containsExactly("warehouse");
            assertThat(s3.listObjectsV2(list -> list.bucket("warehouse")).contents())
                    .isEmpty();
        } finally {
            laguna.process().destroy();
            laguna.await();
        }
    }

    @Test
    void anEngineThatNobodyWantsAheadStartsWithTheFirstQuery() throws IOException, InterruptedException {
        Running laguna = new LagunaCommand(folder).start("up", "--foreground", "--no-athena");
        try {
            await().atMost(Duration.ofMinutes(2))
                    .until(() -> LakeAddresses.of(folder.resolve(".laguna")).isPresent());
            JsonNode engine = WarmUpPage.of(
                    LakeAddresses.of(folder.resolve(".laguna")).orElseThrow().endpoint());

            assertThat(engine.path("status").asText()).isEqualTo("on demand");
            assertThat(engine.path("warmUp").asText()).isEqualTo("off");
        } finally {
            laguna.process().destroy();
            laguna.await();
        }
    }
}
