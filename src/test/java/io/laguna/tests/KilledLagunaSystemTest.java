package io.laguna.tests;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.glue.GlueClient;

@Tag("long")
class KilledLagunaSystemTest {
    private static final int ROUNDS = Integer.getInteger("laguna.test.rounds", 2);
    private static final int CHANGES_PER_ROUND = 40;
    private static final long SEED = 4;

    @TempDir
    private Path folder;

    @Test
    void whatWasAcknowledgedIsThereAfterAKillAndNothingIsThereByHalf() throws Exception {
        List<CatalogWriter> writers = List.of("anna", "berta", "carla", "dora").stream()
                .map(CatalogWriter::new)
                .toList();
        Random random = new Random(SEED);
        try (KilledLake lake = new KilledLake(folder)) {
            for (int round = 0; round < ROUNDS; round++) {
                lake.start();
                checkAfterRestart(writers, lake);
                writeAndKill(writers, lake, CHANGES_PER_ROUND + random.nextInt(CHANGES_PER_ROUND));
            }
            lake.start();
            checkAfterRestart(writers, lake);
        }
    }

    private static void writeAndKill(List<CatalogWriter> writers, KilledLake lake, int changes)
            throws InterruptedException, ExecutionException {
        try (GlueClient glue = glue(lake)) {
            lake.killUnder(
                    writers, writer -> writer.writeUntilNobodyAnswers(glue), CatalogWriter::acknowledged, changes);
        }
    }

    private static void checkAfterRestart(List<CatalogWriter> writers, KilledLake lake) {
        try (GlueClient glue = glue(lake);
                HiveCatalog hive = new HiveCatalog(lake.addresses().metastore())) {
            CatalogState state = new CatalogState(glue, hive);
            writers.forEach(writer -> writer.checkAfterRestart(state));
        }
    }

    /** Returns a client that says at once that nobody answers. */
    private static GlueClient glue(KilledLake lake) {
        return lake.clients()
                .client(GlueClient.builder()
                        .overrideConfiguration(client -> client.retryStrategy(DefaultRetryStrategy.doNotRetry())));
    }
}
