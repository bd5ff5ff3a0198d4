package io.laguna.redshift.wire.transport;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The one place where a session waits: for its client, its engine, or its end. */
public final class Poll implements Closeable {
    private static final long FOR_EVER = Long.MAX_VALUE;

    private final Selector selector = Selector.open();
    private volatile boolean ended;
    private long deadline = FOR_EVER;

    public Poll() throws IOException {}

    SelectionKey register(SocketChannel channel, Line line) throws IOException {
        channel.configureBlocking(false);
        return channel.register(selector, 0, line);
    }

    /** Ends the session when it still waits after some time, unless {@link #unlimited} is called before. */
    public void limit(Duration time) {
        deadline = System.nanoTime() + time.toNanos();
    }

    public void unlimited() {
        deadline = FOR_EVER;
    }

    /** Waits until one of the lines has bytes or is at its end. */
    public void awaitReadable(Line... lines) throws IOException {
        await(SelectionKey.OP_READ, lines);
    }

    void awaitWritable(Line line) throws IOException {
        await(SelectionKey.OP_WRITE, line);
    }

    private void await(int what, Line... lines) throws IOException {
        for (SelectionKey key : selector.keys()) {
            if (key.isValid()) {
                key.interestOps(0);
            }
        }
        for (Line line : lines) {
            line.key().interestOps(what);
            line.ready(false);
        }
        checkEnded();
        int ready = selector.select(Poll::note, deadline == FOR_EVER ? 0 : millisLeft());
        checkEnded();
        if (ready == 0 && deadline != FOR_EVER && deadline - System.nanoTime() <= 0) {
            throw new SessionEnded();
        }
    }

    private static void note(SelectionKey key) {
        ((Line) key.attachment()).ready(true);
    }

    private long millisLeft() {
        return Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime()));
    }

    private void checkEnded() throws SessionEnded {
        if (ended) {
            throw new SessionEnded();
        }
    }

    /** Ends the session at the next moment in which it waits. Any thread may call it. */
    public void end() {
        ended = true;
        selector.wakeup();
    }

    @Override
    public void close() throws IOException {
        selector.close();
    }
}
