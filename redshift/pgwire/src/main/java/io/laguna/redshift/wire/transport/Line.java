package io.laguna.redshift.wire.transport;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;

/** A connection in clear. */
public final class Line implements Transport {
    private final SocketChannel channel;
    private final Poll poll;
    private final SelectionKey key;
    private boolean ready;

    /** Creates a line on a channel that is connected. */
    public Line(SocketChannel channel, Poll poll) throws IOException {
        this.channel = channel;
        this.poll = poll;
        this.key = poll.register(channel, this);
    }

    SelectionKey key() {
        return key;
    }

    void ready(boolean is) {
        ready = is;
    }

    /** Tells whether it is this line for which the last waiting has ended. */
    public boolean isReady() {
        return ready;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        return channel.read(into);
    }

    @Override
    public void write(ByteBuffer from) throws IOException {
        while (from.hasRemaining()) {
            if (channel.write(from) == 0) {
                poll.awaitWritable(this);
            }
        }
    }

    /** Waits until there are bytes, or the end. */
    void awaitReadable() throws IOException {
        poll.awaitReadable(this);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
