package io.laguna.redshift.wire;

import io.laguna.redshift.wire.session.Session;
import io.laguna.redshift.wire.session.SessionSettings;
import io.laguna.redshift.wire.session.Sessions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The port on which a cluster's clients connect, while it is open. At rest it is one thread that waits. */
public final class RedshiftPort implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RedshiftPort.class);
    private static final int BACKLOG = 200;
    private static final long PAUSE_MILLIS = 200;
    private static final Duration END = Duration.ofSeconds(5);

    private final ServerSocketChannel server;
    private final SessionSettings settings;
    private final Sessions sessions = new Sessions();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicLong accepted = new AtomicLong();

    private RedshiftPort(ServerSocketChannel server, SessionSettings settings) {
        this.server = server;
        this.settings = settings;
    }

    /**
     * Opens a port.
     *
     * @param address where clients connect, with 0 for any free port
     */
    public static RedshiftPort open(InetSocketAddress address, SessionSettings settings) {
        try {
            ServerSocketChannel server = ServerSocketChannel.open();
            server.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            server.bind(address, BACKLOG);
            RedshiftPort port = new RedshiftPort(server, settings);
            daemon(port::accept, "redshift-port").start();
            return port;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot listen on " + address + " for Redshift: " + e.getMessage(), e);
        }
    }

    /** Returns where clients connect. */
    public InetSocketAddress address() {
        try {
            return (InetSocketAddress) server.getLocalAddress();
        } catch (IOException e) {
            throw new UncheckedIOException("The port of Redshift is closed", e);
        }
    }

    /** Returns how many clients are connected. */
    public int sessions() {
        return sessions.count();
    }

    private void accept() {
        while (closed.getCount() > 0) {
            try {
                serve(server.accept());
            } catch (ClosedChannelException e) {
                return;
            } catch (IOException e) {
                LOG.warn("No client of Redshift can connect: {}", e.getMessage());
                pause();
            }
        }
    }

    private void serve(SocketChannel client) throws IOException {
        client.setOption(StandardSocketOptions.TCP_NODELAY, true);
        client.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
        Session session = new Session(client, settings, sessions);
        daemon(session, "redshift-" + accepted.incrementAndGet()).start();
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler((failed, failure) -> LOG.error("A session of Redshift failed", failure));
        return thread;
    }

    /** Waits a moment: the files that are open may become fewer. */
    private void pause() {
        try {
            if (closed.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                LOG.debug("The port of Redshift is closed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Takes no more clients, ends the sessions, and waits until they have ended. */
    @Override
    public void close() {
        closed.countDown();
        try {
            server.close();
        } catch (IOException e) {
            LOG.warn("The port of Redshift does not close: {}", e.getMessage());
        }
        sessions.end();
        sessions.awaitNone(END);
    }
}
