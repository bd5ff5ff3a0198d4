package io.laguna.emulator.edge;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** A client that sends HTTP as bytes, for requests that no client would send. */
public record RawHttp(int port) {
    private static final int DEADLINE_MILLIS = 15_000;

    /** Sends these bytes, and nothing after them, and returns what comes back until the connection ends. */
    public String exchange(String request) {
        return exchange(request, true);
    }

    /** Sends these bytes and keeps the connection open for more, which never come. */
    String exchangeAndWait(String request) {
        return exchange(request, false);
    }

    private String exchange(String request, boolean end) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(DEADLINE_MILLIS);
            try {
                socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
                if (end) {
                    socket.shutdownOutput();
                }
            } catch (SocketException e) {
                // The server may answer and close before it has read everything.
            }
            return all(socket.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String all(InputStream in) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try {
            in.transferTo(all);
        } catch (SocketException e) {
            // A reset after the answer: what was read counts.
        }
        return all.toString(StandardCharsets.UTF_8);
    }
}
