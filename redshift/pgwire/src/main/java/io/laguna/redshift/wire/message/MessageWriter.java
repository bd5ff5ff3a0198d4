package io.laguna.redshift.wire.message;

import io.laguna.redshift.wire.transport.Transport;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The messages that go to one end. They leave when enough is gathered, or by {@link #flush}. */
public final class MessageWriter {
    private static final int CAPACITY = 16 * 1024;
    private static final int NONE = -1;

    private final Transport transport;
    private byte[] buffer = new byte[CAPACITY];
    private int size;
    private int lengthAt = NONE;

    public MessageWriter(Transport transport) {
        this.transport = transport;
    }

    /** Begins a message, which {@link #end} ends. */
    public MessageWriter begin(char type) {
        int8(type);
        return beginStart();
    }

    /** Begins a message without a type: the first of a connection. */
    public MessageWriter beginStart() {
        lengthAt = size;
        return int32(0);
    }

    public MessageWriter int8(int value) {
        room(1);
        buffer[size++] = (byte) value;
        return this;
    }

    public MessageWriter int16(int value) {
        return int8(value >> 8).int8(value);
    }

    public MessageWriter int32(int value) {
        return int16(value >> 16).int16(value);
    }

    /** Writes a text and its NUL. */
    public MessageWriter text(String value) {
        return bytes(value.getBytes(StandardCharsets.UTF_8)).int8(0);
    }

    public MessageWriter bytes(byte[] value) {
        return bytes(value, value.length);
    }

    /** Writes the first bytes of a value. */
    public MessageWriter bytes(byte[] value, int count) {
        room(count);
        System.arraycopy(value, 0, buffer, size, count);
        size += count;
        return this;
    }

    /** Ends a message, which may leave. */
    public void end() throws IOException {
        ByteBuffer.wrap(buffer).putInt(lengthAt, size - lengthAt);
        lengthAt = NONE;
        if (size >= CAPACITY) {
            flush();
        }
    }

    /** Writes a message without a body. */
    public void empty(char type) throws IOException {
        begin(type).end();
    }

    public void fields(char type, ErrorFields fields) throws IOException {
        begin(type);
        fields.byLetter().forEach((letter, value) -> int8(letter).text(value));
        int8(0).end();
    }

    /** Writes a whole message of the other end, as it came. */
    public void whole(ByteBuffer message) throws IOException {
        int count = message.remaining();
        if (size + count > buffer.length) {
            flush();
        }
        if (count > CAPACITY) {
            transport.write(message);
        } else {
            message.get(buffer, size, count);
            size += count;
        }
    }

    /** Returns the bytes that wait. */
    public int waiting() {
        return size;
    }

    /** Sends what waits. */
    public void flush() throws IOException {
        if (size > 0) {
            ByteBuffer all = ByteBuffer.wrap(buffer, 0, size);
            size = 0;
            transport.write(all);
            if (buffer.length > CAPACITY) {
                buffer = new byte[CAPACITY];
            }
        }
    }

    private void room(int bytes) {
        if (size + bytes > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(2 * buffer.length, size + bytes));
        }
    }
}
