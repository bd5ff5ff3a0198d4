package io.laguna.redshift.wire.transport;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLException;

/** A connection by TLS, on a line that has been in clear so far. */
public final class TlsTransport implements Transport {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final Line line;
    private final SSLEngine engine;
    private final ByteBuffer received;
    private final ByteBuffer readable;
    private final ByteBuffer sending;

    private TlsTransport(Line line, SSLEngine engine) {
        this.line = line;
        this.engine = engine;
        this.received = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
        this.readable = ByteBuffer.allocate(engine.getSession().getApplicationBufferSize());
        this.sending = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
        readable.flip();
    }

    /** Shakes hands with a client and returns the connection. */
    public static TlsTransport accept(Line line, SSLContext context) throws IOException {
        SSLEngine engine = context.createSSLEngine();
        engine.setUseClientMode(false);
        TlsTransport transport = new TlsTransport(line, engine);
        engine.beginHandshake();
        transport.shakeHands();
        return transport;
    }

    private void shakeHands() throws IOException {
        HandshakeStatus status = engine.getHandshakeStatus();
        while (status != HandshakeStatus.NOT_HANDSHAKING && status != HandshakeStatus.FINISHED) {
            switch (status) {
                case NEED_TASK -> runTasks();
                case NEED_WRAP -> wrap(NOTHING.duplicate());
                default -> {
                    if (unwrap() == Status.BUFFER_UNDERFLOW) {
                        int read = line.read(received);
                        if (read < 0) {
                            throw new EOFException("the client has gone during the handshake of TLS");
                        }
                        if (read == 0) {
                            line.awaitReadable();
                        }
                    }
                }
            }
            status = engine.getHandshakeStatus();
        }
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        while (!readable.hasRemaining()) {
            Status status = unwrap();
            if (status == Status.CLOSED) {
                return -1;
            }
            if (status == Status.BUFFER_UNDERFLOW) {
                int read = line.read(received);
                if (read <= 0) {
                    return read;
                }
            }
            // A new key, or a ticket for the client.
            if (engine.getHandshakeStatus() == HandshakeStatus.NEED_TASK) {
                runTasks();
            } else if (engine.getHandshakeStatus() == HandshakeStatus.NEED_WRAP) {
                wrap(NOTHING.duplicate());
            }
        }
        int count = Math.min(readable.remaining(), into.remaining());
        into.put(readable.slice(readable.position(), count));
        readable.position(readable.position() + count);
        return count;
    }

    @Override
    public void write(ByteBuffer from) throws IOException {
        while (from.hasRemaining()) {
            wrap(from);
        }
    }

    private Status unwrap() throws SSLException {
        received.flip();
        readable.clear();
        try {
            SSLEngineResult result = engine.unwrap(received, readable);
            return result.getStatus();
        } finally {
            readable.flip();
            received.compact();
        }
    }

    private void wrap(ByteBuffer from) throws IOException {
        sending.clear();
        if (engine.wrap(from, sending).getStatus() == Status.CLOSED && from.hasRemaining()) {
            throw new EOFException("the client has ended TLS");
        }
        sending.flip();
        line.write(sending);
    }

    private void runTasks() {
        for (Runnable task = engine.getDelegatedTask(); task != null; task = engine.getDelegatedTask()) {
            task.run();
        }
    }

    @Override
    public void close() throws IOException {
        engine.closeOutbound();
        try {
            wrap(NOTHING.duplicate());
        } finally {
            line.close();
        }
    }
}
