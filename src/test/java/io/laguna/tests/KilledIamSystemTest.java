package io.laguna.tests;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.iam.IamClient;

/** Kills the lake while IAM is changed; {@code laguna.test.rounds} makes it more often than twice. */
@Tag("slow")
class KilledIamSystemTest {
    private static final int ROUNDS = Integer.getInteger("laguna.test.rounds", 2);
    private static final int CHANGES_PER_ROUND = 60;
    private static final long SEED = 40;

    @TempDir
    private Path folder;

    @Test
    void whatWasAcknowledgedIsThereAfterAKillAndNothingIsThereByHalf() throws Exception {
        List<IamWriter> writers =
                Stream.of("anna", "berta", "carla").map(IamWriter::new).toList();
        Random random = new Random(SEED);
        try (KilledLake lake = new KilledLake(folder)) {
            for (int round = 0; round < ROUNDS; round++) {
                lake.start();
                check(writers, lake);
                writeAndKill(writers, lake, CHANGES_PER_ROUND + random.nextInt(CHANGES_PER_ROUND));
            }
            lake.start();
            check(writers, lake);
        }
    }

    private static void check(List<IamWriter> writers, KilledLake lake) {
        try (IamClient iam = client(lake)) {
            writers.forEach(writer -> writer.checkAfterRestart(iam));
        }
    }

    private static void writeAndKill(List<IamWriter> writers, KilledLake lake, int changes)
            throws InterruptedException, ExecutionException {
        try (IamClient iam = client(lake)) {
            lake.killUnder(writers, writer -> writer.writeUntilNobodyAnswers(iam), IamWriter::acknowledged, changes);
        }
    }

    /** Returns a client that says at once that nobody answers. */
    private static IamClient client(KilledLake lake) {
        return lake.clients()
                .client(IamClient.builder()
                        .overrideConfiguration(client -> client.retryStrategy(DefaultRetryStrategy.doNotRetry())));
    }
}
