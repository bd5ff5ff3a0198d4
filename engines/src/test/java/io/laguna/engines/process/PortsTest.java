package io.laguna.engines.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {
    @Test
    void saysWhichPortIsTakenAndWhatToDo() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> Ports.claim("metastore", other.getLocalPort()))
                    .isInstanceOf(EngineFailure.class)
                    .hasMessageContaining("Port " + other.getLocalPort() + " for metastore is taken")
                    .hasMessageContaining("--metastore-port");
        }
    }

    @Test
    void aFreePortIsNoneThatAnOutgoingConnectionCanTake() {
        assertThat(Ports.claim("s3", 0)).isBetween(1024, 32_767);
    }
}
