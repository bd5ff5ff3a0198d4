package io.laguna.emulator.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;

/** Tests with more clients than the edge has threads, which begin to send and go silent. */
class StalledClientsTest {
    private static final int CLIENTS = 230;
    private static final String BEGUN =
            "PUT /raw/stalled HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\nabc";

    @TempDir
    private Path folder;

    /** The idle time is a minute: whoever has to wait for it waits longer than this test. */
    @Test
    @Timeout(30)
    void whoComesAfterThemIsAnsweredSoon() throws IOException {
        List<Socket> stalled = new ArrayList<>();
        try (TestEdge edge = TestEdge.open(folder);
                S3Client s3 = edge.s3()) {
            s3.createBucket(request -> request.bucket("raw"));
            URI address = edge.address();
            for (int i = 0; i < CLIENTS; i++) {
                Socket socket = new Socket(address.getHost(), address.getPort());
                stalled.add(socket);
                socket.getOutputStream().write(BEGUN.getBytes(StandardCharsets.US_ASCII));
            }
            long begun = System.nanoTime();

            assertThat(s3.listObjectsV2(request -> request.bucket("raw")).contents())
                    .isEmpty();

            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(25));
        } finally {
            for (Socket socket : stalled) {
                socket.close();
            }
        }
    }
}
