package io.laguna.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The copy of bytes through a socket of loopback to a file, and from it: what a server of objects cannot be faster than. */
final class PlainCopy implements AutoCloseable {
    private static final int BUFFER = 1 << 17;

    private final ExecutorService other = Executors.newSingleThreadExecutor();
    private final Path file;

    PlainCopy(Path file) {
        this.file = file;
    }

    /** Sends a body, which another thread writes to the file. */
    void put(HttpConnection.Body body) throws IOException, InterruptedException, ExecutionException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Future<Long> copied = other.submit(() -> {
                try (Socket from = server.accept();
                        OutputStream to = Files.newOutputStream(file)) {
                    return copy(from.getInputStream(), to);
                }
            });
            try (Socket to = new Socket(InetAddress.getLoopbackAddress(), server.getLocalPort())) {
                body.write(to.getOutputStream());
            }
            copied.get();
        }
    }

    /** Reads the file, which another thread sends; returns how many bytes it has. */
    long get() throws IOException, InterruptedException, ExecutionException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Future<Long> copied = other.submit(() -> {
                try (Socket to = server.accept();
                        InputStream from = Files.newInputStream(file)) {
                    return copy(from, to.getOutputStream());
                }
            });
            try (Socket from = new Socket(InetAddress.getLoopbackAddress(), server.getLocalPort())) {
                copy(from.getInputStream(), OutputStream.nullOutputStream());
            }
            return copied.get();
        }
    }

    void remove() throws IOException {
        Files.deleteIfExists(file);
    }

    private static long copy(InputStream from, OutputStream to) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long all = 0;
        for (int count = from.read(buffer); count >= 0; count = from.read(buffer)) {
            to.write(buffer, 0, count);
            all += count;
        }
        return all;
    }

    @Override
    public void close() throws IOException {
        other.shutdownNow();
        remove();
    }
}
