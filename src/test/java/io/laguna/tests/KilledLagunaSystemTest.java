package io.laguna.tests;

import static org.awaitility.Awaitility.await;

import io.laguna.emulator.LakeAddresses;
import io.laguna.emulator.LakeClients;
import io.laguna.tests.LagunaCommand.Running;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.glue.GlueClient;

@Tag("slow")
class KilledLagunaSystemTest {
    private static final int ROUNDS = 3;
    private static final int CHANGES_PER_ROUND = 40;
    private static final long SEED = 4;

    @TempDir
    private Path folder;

    private Optional<Running> running = Optional.empty();

    @Test
    void whatWasAcknowledgedIsThereAfterAKillAndNothingIsThereByHalf() throws Exception {
        List<CatalogWriter> writers = List.of("anna", "berta", "carla", "dora").stream()
                .map(CatalogWriter::new)
                .toList();
        Random random = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            Running laguna = start();
            checkAfterRestart(writers);
            writeAndKill(writers, laguna, CHANGES_PER_ROUND + random.nextInt(CHANGES_PER_ROUND));
        }
        start();
        checkAfterRestart(writers);
    }

    /** Also when the test fails: a lake left running would outlive the tests. */
    @AfterEach
    void stopTheLake() {
        running.ifPresent(laguna -> {
            laguna.process().destroy();
            laguna.await();
        });
    }

    private void writeAndKill(List<CatalogWriter> writers, Running laguna, int changes)
            throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(writers.size());
        try (GlueClient glue = glue()) {
            int enough = acknowledged(writers) + changes;
            List<? extends Future<?>> ends = writers.stream()
                    .map(writer -> threads.submit(() -> writer.writeUntilNobodyAnswers(glue)))
                    .toList();
            await().atMost(1, TimeUnit.MINUTES)
                    .pollInterval(Duration.ofMillis(5))
                    .until(() ->
                            acknowledged(writers) >= enough || ends.stream().anyMatch(Future::isDone));
            laguna.process().destroyForcibly().waitFor();
            for (Future<?> end : ends) {
                end.get();
            }
        } finally {
            threads.shutdown();
        }
    }

    private static int acknowledged(List<CatalogWriter> writers) {
        return writers.stream().mapToInt(CatalogWriter::acknowledged).sum();
    }

    private void checkAfterRestart(List<CatalogWriter> writers) {
        try (GlueClient glue = glue();
                HiveCatalog hive = new HiveCatalog(addresses().metastore())) {
            CatalogState state = new CatalogState(glue, hive);
            writers.forEach(writer -> writer.checkAfterRestart(state));
        }
    }

    private Running start() {
        Running laguna = new LagunaCommand(folder).up();
        running = Optional.of(laguna);
        return laguna;
    }

    /** A client that says at once that nobody answers. */
    private GlueClient glue() {
        return LakeClients.of(addresses().endpoint(), folder.resolve(".laguna"))
                .client(GlueClient.builder()
                        .overrideConfiguration(client -> client.retryStrategy(DefaultRetryStrategy.doNotRetry())));
    }

    private LakeAddresses addresses() {
        return LakeAddresses.of(folder.resolve(".laguna")).orElseThrow();
    }
}
