package io.laguna.emulator.edge;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server that keeps the bytes of each request, and answers all in the same way. */
final class RecordingNeighbour implements AutoCloseable {
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: (\\d+)");

    private final ServerSocket server;
    private final String answer;
    private final List<String> requests = new CopyOnWriteArrayList<>();

    private RecordingNeighbour(ServerSocket server, String answer) {
        this.server = server;
        this.answer = answer;
    }

    /** Starts a server with this answer, head and body. */
    static RecordingNeighbour answering(String answer) throws IOException {
        RecordingNeighbour neighbour =
                new RecordingNeighbour(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), answer);
        Thread thread = new Thread(neighbour::serve, "neighbour");
        thread.setDaemon(true);
        thread.start();
        return neighbour;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    /** Returns the requests that have come, head and body, in ISO 8859-1. */
    List<String> requests() {
        return requests;
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket client = server.accept()) {
                requests.add(read(client.getInputStream()));
                client.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
                client.shutdownOutput();
            } catch (SocketException e) {
                return;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static String read(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String head = "";
        while (!head.endsWith("\r\n\r\n")) {
            bytes.write(in.read());
            head = bytes.toString(StandardCharsets.ISO_8859_1);
        }
        Matcher length = LENGTH.matcher(head);
        return length.find()
                ? head + new String(in.readNBytes(Integer.parseInt(length.group(1))), StandardCharsets.ISO_8859_1)
                : head;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
