package io.laguna.tests.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Connections to an endpoint by which bytes are sent as they are, one for each request. */
public final class RawConnection {
    private static final int LONGEST_ANSWER = 4_000;

    private final InetSocketAddress address;
    private final Duration deadline;

    /**
     * Creates connections.
     *
     * @param deadline how long an answer may take
     */
    public RawConnection(URI endpoint, Duration deadline) {
        this.address = new InetSocketAddress(endpoint.getHost(), endpoint.getPort());
        this.deadline = deadline;
    }

    /** Returns the beginning of the answer; a word in brackets where there is none. */
    public String answer(HostileRequest request) {
        try (Socket socket = new Socket()) {
            socket.setSoTimeout(Math.toIntExact(deadline.toMillis()));
            socket.connect(address);
            send(socket, request.bytes());
            String answer = read(socket.getInputStream());
            return answer.isEmpty() ? "[dropped]" : answer;
        } catch (SocketTimeoutException e) {
            return "[no answer within " + deadline.toSeconds() + " s]";
        } catch (IOException e) {
            return "[dropped: " + e.getMessage() + "]";
        }
    }

    /** Sends everything. An endpoint that has answered already need not take the rest. */
    private static void send(Socket socket, byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            socket.shutdownOutput();
        } catch (IOException e) {
            return;
        }
    }

    private static String read(InputStream input) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        byte[] buffer = new byte[8_192];
        try {
            for (int count = input.read(buffer); count >= 0; count = input.read(buffer)) {
                if (answer.size() < LONGEST_ANSWER) {
                    answer.write(buffer, 0, count);
                }
            }
        } catch (SocketException e) {
            // An endpoint that leaves a part of a request unread resets the connection behind its answer.
            if (answer.size() == 0) {
                throw e;
            }
        }
        return answer.toString(StandardCharsets.UTF_8);
    }
}
