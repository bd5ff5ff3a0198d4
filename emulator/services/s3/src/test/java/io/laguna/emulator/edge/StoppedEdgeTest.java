package io.laguna.emulator.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A test of an endpoint that stops while a client has not ended its call. */
class StoppedEdgeTest {
    @TempDir
    private Path folder;

    @Test
    void aCallThatDoesNotEndIsCutOffAndHoldsNothingUp() throws IOException {
        TestEdge edge = TestEdge.open(folder).withBucket("raw");
        try (Socket client = new Socket(edge.address().getHost(), edge.address().getPort())) {
            String begun =
                    "PUT /raw/half HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nContent-Length: 9\r\n\r\n";
            client.getOutputStream().write(begun.getBytes(StandardCharsets.US_ASCII));
            String taken = "HTTP/1.1 100 Continue\r\n\r\n";
            assertThat(new String(client.getInputStream().readNBytes(taken.length()), StandardCharsets.US_ASCII))
                    .isEqualTo(taken);

            edge.close();
        }
        assertThat(edge.buckets().resolve("raw/half")).doesNotExist();
    }
}
