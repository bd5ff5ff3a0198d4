package io.laguna.bench;

import java.io.IOException;
import java.io.OutputStream;

/** A server of S3 that is measured beside others. */
record S3Server(String name, Server process, int port) implements AutoCloseable {
    HttpConnection connection() throws IOException {
        return HttpConnection.to(port);
    }

    /** Waits for its first answer, which makes a bucket. */
    void ready(String bucket) throws InterruptedException {
        process.firstAnswer(() -> {
            try {
                send("PUT", "/" + bucket);
                return true;
            } catch (IOException e) {
                return false;
            }
        });
    }

    /** Sends one request on a connection of its own. */
    void send(String method, String path) throws IOException {
        try (HttpConnection connection = connection()) {
            connection.send(method, path, OutputStream.nullOutputStream());
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
