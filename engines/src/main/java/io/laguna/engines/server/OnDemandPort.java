package io.laguna.engines.server;

import io.laguna.engines.process.Ports;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * A port on loopback in front of an engine, which starts with the first connection to it. Clients need not know: they
 * connect, wait while it starts, and talk to the engine.
 */
public final class OnDemandPort implements Engine {
    private static final int WAITING_CONNECTIONS = 50;

    private final OnDemand engine;
    private final int wantedPort;
    private final Function<Integer, String> address;
    private final Function<String, byte[]> refusal;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "on-demand-port");
        thread.setDaemon(true);
        return thread;
    });
    private volatile ServerSocket port;

    /**
     * Creates a port that is not open yet.
     *
     * @param engine whose address ends in {@code :port}
     * @param wantedPort the port to listen on, or 0 for a free one
     * @param address the address of a port, in the form of the engine's own
     * @param refusal what a client is sent when the engine does not start, made of the reason
     */
    public OnDemandPort(
            OnDemand engine, int wantedPort, Function<Integer, String> address, Function<String, byte[]> refusal) {
        this.engine = engine;
        this.wantedPort = wantedPort;
        this.address = address;
        this.refusal = refusal;
    }

    @Override
    public String name() {
        return engine.name();
    }

    /** Opens the port; the engine is not started. */
    @Override
    public void start() {
        try {
            port = new ServerSocket(
                    Ports.claim(name(), wantedPort), WAITING_CONNECTIONS, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot open the port of " + name(), e);
        }
        threads.execute(this::accept);
    }

    @Override
    public String address() {
        return address.apply(port.getLocalPort());
    }

    /** Tells whether the engine behind the port runs now. */
    @Override
    public boolean isRunning() {
        return engine.isRunning();
    }

    @Override
    public OptionalLong memory() {
        return engine.memory();
    }

    /** Returns the engine behind the port. */
    public OnDemand engine() {
        return engine;
    }

    @Override
    public String logCommand() {
        return engine.logCommand();
    }

    @Override
    public void close() {
        if (port != null) {
            close(port);
        }
        threads.shutdownNow();
        engine.close();
    }

    private void accept() {
        while (!port.isClosed()) {
            try {
                Socket client = port.accept();
                threads.execute(() -> serve(client));
            } catch (IOException e) {
                // The port has been closed, which ends the loop; or the client was gone before it was taken.
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            connect(client);
        } catch (IOException e) {
            // One side has hung up, which is how connections end.
        }
    }

    private void connect(Socket client) throws IOException {
        String started;
        try {
            started = engine.address();
        } catch (RuntimeException e) {
            client.getOutputStream().write(refusal.apply(e.getMessage()));
            return;
        }
        int behind = Integer.parseInt(started.substring(started.lastIndexOf(':') + 1));
        try (Socket server = new Socket(InetAddress.getLoopbackAddress(), behind)) {
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            CompletableFuture<Void> sent = CompletableFuture.runAsync(() -> pass(client, server), threads);
            pass(server, client);
            sent.join();
        }
    }

    /** Passes on the bytes of one side until it sends no more, and then tells the other side that. */
    private static void pass(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException e) {
            close(from);
            close(to);
        }
    }

    private static void close(Closeable socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException("Cannot close a socket", e);
        }
    }
}
