package io.laguna.tests;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A mirror of archives of JDKs on loopback, which hands out one archive under every name. */
final class JdkMirror implements AutoCloseable {
    /** The ways in which a mirror hands out its archive. */
    enum Manner {
        WHOLE,
        /** Half of the archive; then the connection is cut. */
        CUT_SHORT,
        /** Half of the archive; then nothing more comes until the mirror is closed. */
        STALLED
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final byte[] archive;
    private final Manner manner;
    private final AtomicInteger requests = new AtomicInteger();
    private final CountDownLatch end = new CountDownLatch(1);

    JdkMirror(byte[] archive, Manner manner) throws IOException {
        this.archive = archive.clone();
        this.manner = manner;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    int requests() {
        return requests.get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        try (exchange) {
            exchange.sendResponseHeaders(200, archive.length);
            int length = manner == Manner.WHOLE ? archive.length : archive.length / 2;
            exchange.getResponseBody().write(archive, 0, length);
            exchange.getResponseBody().flush();
            if (manner == Manner.STALLED) {
                end.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
