package io.laguna.engines.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ThreadLocalRandom;

/** The TCP ports of this machine, on loopback unless a method says otherwise. */
public final class Ports {
    private static final int CONNECT_MILLIS = 500;

    /**
     * The ports that free ones are taken from. They lie below those of outgoing connections
     * ({@code net.ipv4.ip_local_port_range}), one of which could take a port before its server does.
     */
    private static final int FIRST_FREE = 15_000;

    private static final int LAST_FREE = 32_767;
    private static final int TRIES = 200;

    private Ports() {}

    /**
     * Returns a port to listen on: the wanted one, or a free one for 0.
     *
     * @throws EngineFailure when the wanted port is taken
     */
    public static int claim(String engine, int wanted) {
        if (wanted == 0) {
            return free();
        }
        try {
            return bound(wanted);
        } catch (IOException e) {
            throw new EngineFailure(
                    "Port " + wanted + " for " + engine
                            + " is taken by another process. Free it, or choose another with --" + engine
                            + "-port (0 takes any free port).",
                    e);
        }
    }

    private static int free() {
        for (int i = 0; i < TRIES; i++) {
            try {
                return bound(ThreadLocalRandom.current().nextInt(FIRST_FREE, LAST_FREE + 1));
            } catch (IOException e) {
                // Another process has this one; the next try takes another.
            }
        }
        throw new EngineFailure("None of " + TRIES + " ports from " + FIRST_FREE + " to " + LAST_FREE + " was free.");
    }

    private static int bound(int port) throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return socket.getLocalPort();
        }
    }

    public static boolean answers(int port) {
        return answers(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    /** Tells whether a server, perhaps on another machine, takes a connection. */
    public static boolean answers(InetSocketAddress address) {
        try (Socket socket = new Socket()) {
            socket.connect(address, CONNECT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
