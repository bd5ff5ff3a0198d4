package io.laguna.redshift.wire.message;

import io.laguna.redshift.wire.transport.Transport;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The messages that come from one end, one at a time. A message is held as a whole; the memory for a large one is taken
 * while its bytes come, and given back afterwards.
 */
public final class FrameReader {
    private static final int CAPACITY = 16 * 1024;
    private static final int TYPED_HEADER = 5;
    private static final int LENGTH = 4;

    private final Transport transport;
    private int limit;
    private byte[] buffer = new byte[CAPACITY];
    private int start;
    private int end;

    /**
     * Creates a reader.
     *
     * @param limit the bytes of the longest message
     */
    public FrameReader(Transport transport, int limit) {
        this.transport = transport;
        this.limit = limit;
    }

    /** Takes longer messages from now on: those of a client that is let in. */
    public void limit(int bytes) {
        limit = bytes;
    }

    /**
     * Takes bytes that are there.
     *
     * @return their number, 0 when there are none at this time or there is no room, -1 at the end
     */
    public int fill() throws IOException {
        if (!hasRoom()) {
            return 0;
        }
        int read = transport.read(ByteBuffer.wrap(buffer, end, buffer.length - end));
        end += Math.max(read, 0);
        return read;
    }

    /** Tells whether more bytes can be taken before the next message is used. */
    public boolean hasRoom() {
        return end < buffer.length;
    }

    /** Tells whether something has come behind the message that is held, or the end, without waiting for it. */
    public boolean hasMore() throws IOException {
        if (!hasRoom()) {
            buffer = Arrays.copyOf(buffer, buffer.length + CAPACITY);
        }
        return fill() < 0 || end - start > size();
    }

    /** Tells whether bytes are held that no message has used. */
    public boolean holdsBytes() {
        return end > start;
    }

    /** Tells whether the whole next message is held, and makes room for it otherwise. */
    public boolean hasFrame() throws ProtocolViolation {
        return has(TYPED_HEADER, 1);
    }

    /** Tells the same for a message without a type: the first of a connection. */
    public boolean hasStart() throws ProtocolViolation {
        return has(LENGTH, 0);
    }

    private boolean has(int header, int typeBytes) throws ProtocolViolation {
        if (end - start < header) {
            makeRoom(header);
            return false;
        }
        int length = ByteBuffer.wrap(buffer).getInt(start + typeBytes);
        if (length < LENGTH || length > limit) {
            throw new ProtocolViolation("invalid message length");
        }
        if (end - start < length + typeBytes) {
            makeRoom(length + typeBytes);
            return false;
        }
        return true;
    }

    private void makeRoom(int frame) {
        if (start == end) {
            start = 0;
            end = 0;
        }
        if (start + frame <= buffer.length) {
            return;
        }
        // The length that a message says is believed only as its bytes come.
        int size = Math.max(CAPACITY, Math.min(frame, 2 * (end - start)));
        byte[] larger = size == buffer.length ? buffer : new byte[size];
        System.arraycopy(buffer, start, larger, 0, end - start);
        buffer = larger;
        end -= start;
        start = 0;
    }

    public byte type() {
        return buffer[start];
    }

    /** Returns the body of the message that is held. */
    public Reading body() {
        return new Reading(bodyBytes());
    }

    public Reading startBody() {
        return new Reading(ByteBuffer.wrap(buffer, start + LENGTH, size(0) - LENGTH));
    }

    /** Returns the body's bytes, which may be changed, until {@link #next}. */
    public ByteBuffer bodyBytes() {
        return ByteBuffer.wrap(buffer, start + TYPED_HEADER, size(1) - TYPED_HEADER);
    }

    /** Returns the whole message with its type and length, which may be changed, until {@link #next}. */
    public ByteBuffer whole() {
        return ByteBuffer.wrap(buffer, start, size(1));
    }

    /** Returns the bytes of the message that is held. */
    public int size() {
        return size(1);
    }

    private int size(int typeBytes) {
        return ByteBuffer.wrap(buffer).getInt(start + typeBytes) + typeBytes;
    }

    /** Goes on to the next message. */
    public void next() {
        advance(size(1));
    }

    public void nextStart() {
        advance(size(0));
    }

    private void advance(int bytes) {
        start += bytes;
        if (start == end && buffer.length > CAPACITY) {
            buffer = new byte[CAPACITY];
            start = 0;
            end = 0;
        } else if (start == end) {
            start = 0;
            end = 0;
        }
    }

    /** Forgets everything, so that nothing secret stays in memory. */
    public void clear() {
        Arrays.fill(buffer, (byte) 0);
        start = 0;
        end = 0;
    }
}
