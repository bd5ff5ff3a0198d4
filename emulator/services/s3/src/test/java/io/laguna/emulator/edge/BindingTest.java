package io.laguna.emulator.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.laguna.emulator.edge.signature.Authentication;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BindingTest {
    @TempDir
    private Path folder;

    @Test
    void anOpenEdgeDoesNotBindWhereOtherMachinesReachIt() {
        assertThatThrownBy(() -> start(at("0.0.0.0", 0)))
                .isInstanceOf(EdgeFailure.class)
                .hasMessageContaining("takes any credentials does not bind to 0.0.0.0");
    }

    @Test
    void itDoesWhenSomebodySaysSo() {
        try (TestEdge edge = TestEdge.start(
                folder, options -> options.withAddress("0.0.0.0", 0).withOpenBeyondLoopback(), List.of())) {
            assertThat(edge.raw()
                            .exchange(
                                    "GET /_laguna/health HTTP/1.1\r\nHost: 192.168.1.20\r\nConnection: close\r\n\r\n"))
                    .startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void anEdgeThatAsksForKeysBindsAnywhere() {
        Authentication keys = new Authentication.Keys(List.of());
        try (TestEdge edge = TestEdge.start(
                folder, options -> options.withAddress("0.0.0.0", 0).withAuthentication(keys), List.of())) {
            assertThat(edge.address().getPort()).isPositive();
        }
    }

    @Test
    void aTakenPortIsNamed() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> start(at("127.0.0.1", taken.getLocalPort())))
                    .isInstanceOf(EdgeFailure.class)
                    .hasMessageContaining("Port " + taken.getLocalPort())
                    .hasMessageContaining("taken by another process");
        }
    }

    @Test
    void theSealsKeyIsItsOwnersAlone() throws IOException {
        try (TestEdge edge = TestEdge.open(folder)) {
            assertThat(edge.address().getPort()).isPositive();
            Path key = folder.resolve("state/session.key");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                    .isEqualTo("rw-------");
        }
    }

    private EdgeConfiguration at(String host, int port) {
        return TestEdge.configuration(folder).withAddress(host, port);
    }

    private void start(EdgeConfiguration configuration) throws IOException {
        Files.createDirectories(folder.resolve("zones"));
        try (Edge edge = new Edge(configuration, List.of(), List.of())) {
            edge.start();
        }
    }
}
