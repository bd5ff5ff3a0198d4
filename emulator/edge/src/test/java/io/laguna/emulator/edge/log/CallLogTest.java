package io.laguna.emulator.edge.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CallLogTest {
    @Test
    void aLargeLogIsSetAsideAndNoCallIsLost(@TempDir Path state) throws IOException {
        try (CallLog log = CallLog.in(state, 300)) {
            for (int call = 0; call < 4; call++) {
                log.write(new CallRecord(
                        Instant.EPOCH,
                        "glue",
                        "GetTable",
                        200,
                        1,
                        "request-" + call,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
            }
        }

        assertThat(Files.readString(state.resolve("logs/calls.log.1")))
                .contains("request-0")
                .contains("request-2")
                .doesNotContain("request-3");
        assertThat(Files.readString(state.resolve("logs/calls.log"))).contains("request-3");
    }
}
