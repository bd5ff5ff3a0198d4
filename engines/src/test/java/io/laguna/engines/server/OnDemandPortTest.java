package io.laguna.engines.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.laguna.engines.process.EngineFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OnDemandPortTest {
    private final Echo echo = new Echo();
    private final OnDemand engine = new OnDemand(echo);
    private final OnDemandPort port = new OnDemandPort(
            engine, 0, number -> "echo:" + number, reason -> ("no: " + reason).getBytes(StandardCharsets.UTF_8));

    @AfterEach
    void close() {
        port.close();
    }

    @Test
    void theEngineStartsWithTheFirstConnectionAndOnce() throws IOException {
        port.start();
        assertThat(port.isRunning()).isFalse();

        assertThat(said("one")).isEqualTo("one");
        assertThat(said("two")).isEqualTo("two");
        assertThat(echo.starts).hasValue(1);
    }

    @Test
    void aClientIsToldWhyTheEngineDoesNotStart() throws IOException {
        echo.failure = Optional.of("no room");
        port.start();

        assertThat(said("one")).isEqualTo("no: no room");
        assertThat(engine.failure()).contains("no room");

        echo.failure = Optional.empty();
        assertThat(said("again")).isEqualTo("again");
        assertThat(engine.failure()).isEmpty();
    }

    private String said(String text) throws IOException {
        String address = port.address();
        try (Socket client = new Socket(
                InetAddress.getLoopbackAddress(), Integer.parseInt(address.substring(address.lastIndexOf(':') + 1)))) {
            client.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            client.shutdownOutput();
            return new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** A server that says what it hears. */
    private static final class Echo implements Engine {
        private final AtomicInteger starts = new AtomicInteger();
        private volatile Optional<String> failure = Optional.empty();
        private volatile Optional<ServerSocket> server = Optional.empty();

        @Override
        public String name() {
            return "echo";
        }

        @Override
        public void start() {
            failure.ifPresent(reason -> {
                throw new EngineFailure(reason);
            });
            starts.incrementAndGet();
            try {
                ServerSocket opened = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
                server = Optional.of(opened);
                Thread thread = new Thread(() -> serve(opened));
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void serve(ServerSocket server) {
            while (!server.isClosed()) {
                try (Socket client = server.accept()) {
                    client.getInputStream().transferTo(client.getOutputStream());
                } catch (IOException e) {
                    // Closed: the loop ends.
                }
            }
        }

        @Override
        public String address() {
            return "echo:" + server.orElseThrow().getLocalPort();
        }

        @Override
        public boolean isRunning() {
            return server.isPresent();
        }

        @Override
        public void close() {
            server.ifPresent(socket -> {
                try {
                    socket.close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
