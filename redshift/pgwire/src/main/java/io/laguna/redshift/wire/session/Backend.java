package io.laguna.redshift.wire.session;

import io.laguna.redshift.wire.login.StartParameters;
import io.laguna.redshift.wire.message.FrameReader;
import io.laguna.redshift.wire.message.MessageWriter;
import io.laguna.redshift.wire.transport.Line;
import io.laguna.redshift.wire.transport.Poll;
import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** The engine's end of a session: a connection to PostgreSQL, and the key by which its statements are cancelled. */
final class Backend {
    private static final int PROTOCOL_3 = 3 << 16;
    private static final int CANCEL = 80877102;

    private final SocketAddress address;
    private final Line line;
    private final FrameReader in;
    private final MessageWriter out;
    private volatile int processId;
    private volatile int secret;

    private Backend(SocketAddress address, Line line) {
        this.address = address;
        this.line = line;
        this.in = new FrameReader(line, Integer.MAX_VALUE - 64);
        this.out = new MessageWriter(line);
    }

    /** Connects and says who the session works as. */
    static Backend connect(SocketAddress address, Poll poll, String role, StartParameters parameters)
            throws IOException {
        SocketChannel channel = SocketChannel.open(address);
        Backend backend = new Backend(address, new Line(channel, poll));
        MessageWriter start = backend.out.beginStart().int32(PROTOCOL_3);
        start.text("user").text(role).text("database").text(parameters.database());
        parameters.forEngine().forEach((name, value) -> start.text(name).text(value));
        start.int8(0).end();
        start.flush();
        return backend;
    }

    void key(int processId, int secret) {
        this.processId = processId;
        this.secret = secret;
    }

    int processId() {
        return processId;
    }

    Line line() {
        return line;
    }

    FrameReader in() {
        return in;
    }

    MessageWriter out() {
        return out;
    }

    /** Asks the engine to cancel what runs. Any thread may call it. */
    void cancel() throws IOException {
        try (SocketChannel channel = SocketChannel.open(address)) {
            ByteBuffer request = ByteBuffer.allocate(4 * Integer.BYTES);
            request.putInt(4 * Integer.BYTES).putInt(CANCEL).putInt(processId).putInt(secret);
            request.flip();
            while (request.hasRemaining()) {
                channel.write(request);
            }
            // The engine closes the connection when the signal is sent.
            channel.read(ByteBuffer.allocate(1));
        }
    }
}
