package io.laguna.emulator.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;

class S3OperationsTest {
    @Test
    void everyOperationIsDoneForWhatItIsOrSaysThatItIsNotBuilt(@TempDir Path folder) {
        try (TestEdge edge = TestEdge.open(folder);
                S3Client s3 = edge.single()) {

            Map<String, S3Probe.Outcome> outcomes = new S3Probe(edge, s3).outcomes();
            outcomes.forEach((name, outcome) -> assertThat(
                            outcome.isRefused() || outcome.handledAs().equals(name))
                    .as(name + ": " + outcome)
                    .isTrue());
            assertThat(outcomes.values())
                    .filteredOn(outcome -> !outcome.isRefused())
                    .hasSizeGreaterThan(20);
        }
    }
}
