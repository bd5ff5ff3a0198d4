package io.laguna.engines.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** The TCP ports of this machine, on loopback unless a method says otherwise. */
public final class Ports {
    private static final int CONNECT_MILLIS = 500;

    private Ports() {}

    /**
     * Returns a port to listen on: the wanted one, or a free one for 0.
     *
     * @throws EngineFailure when the wanted port is taken
     */
    public static int claim(String engine, int wanted) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new EngineFailure(
                    "Port " + wanted + " for " + engine
                            + " is taken by another process. Free it, or choose another with --" + engine
                            + "-port (0 takes any free port).",
                    e);
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
