package io.laguna.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkClient;

/**
 * Tests, for every operation there is, that the wire reads what the SDK's client sends, and that the client reads what
 * the wire answers.
 */
class RoundTripTest {
    private static final int ROUNDS = 4;

    @Test
    void everyOperationIsReadAndWrittenAsTheSdkDoes() throws IOException {
        List<String> lines = new ArrayList<>(
                List.of("| service | operations | requests | responses | exceptions |", "|---|---|---|---|---|"));
        int[] sums = new int[4];
        for (Class<? extends SdkClient> client : Services.ALL) {
            ServiceDescription service = Indexes.of(client);

            RoundTrip.Counts counts = new RoundTrip(client, service).all(ROUNDS);

            assertThat(counts.requests).isEqualTo(counts.operations * ROUNDS);
            int[] row = {counts.operations, counts.requests, counts.responses, counts.exceptions};
            for (int i = 0; i < row.length; i++) {
                sums[i] += row[i];
            }
            lines.add(line(service.signingName(), row));
        }
        lines.add(line("all, all equal", sums));
        Files.write(Path.of("target", "round-trip.md"), lines);
        lines.forEach(System.out::println);
    }

    private static String line(String name, int[] row) {
        return "| %s | %d | %d | %d | %d |".formatted(name, row[0], row[1], row[2], row[3]);
    }
}
