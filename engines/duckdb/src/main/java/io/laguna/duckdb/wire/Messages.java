package io.laguna.duckdb.wire;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The messages of one connection, in and out.
 *
 * @see <a href="https://www.postgresql.org/docs/17/protocol-message-formats.html">Message Formats</a>
 */
final class Messages {
    private static final int LONGEST = 64 * 1024 * 1024;
    private static final int LONGEST_START = 10_000;
    private static final int BUFFER = 64 * 1024;

    private final DataInputStream in;
    private final DataOutputStream out;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream(512);
    private char type;

    Messages(Socket socket) throws IOException {
        in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), BUFFER));
        out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream(), BUFFER));
    }

    /** Reads the next message without a type: the first ones of a connection. */
    Content start() throws IOException {
        return content(LONGEST_START);
    }

    /** Reads the type of the next message; {@link #content} has to follow. */
    char type() throws IOException {
        return (char) in.readUnsignedByte();
    }

    Content content() throws IOException {
        return content(LONGEST);
    }

    private Content content(int longest) throws IOException {
        int length = in.readInt() - Integer.BYTES;
        if (length < 0 || length > longest) {
            throw new IOException("A message of " + length + " bytes");
        }
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        return new Content(ByteBuffer.wrap(bytes));
    }

    /** Writes the answer to a question for encryption: there is none on loopback. */
    void refuseEncryption() throws IOException {
        out.writeByte('N');
        out.flush();
    }

    Messages begin(char messageType) {
        type = messageType;
        body.reset();
        return this;
    }

    Messages int8(int value) {
        body.write(value);
        return this;
    }

    Messages int16(int value) {
        body.write(value >>> 8);
        body.write(value);
        return this;
    }

    Messages int32(int value) {
        return int16(value >>> 16).int16(value);
    }

    /** Writes a text and the zero behind it. */
    Messages text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        body.write(bytes, 0, bytes.length);
        body.write(0);
        return this;
    }

    /** Writes a value with its length. */
    Messages value(byte[] bytes) {
        int32(bytes.length);
        body.write(bytes, 0, bytes.length);
        return this;
    }

    void end() throws IOException {
        out.writeByte(type);
        out.writeInt(body.size() + Integer.BYTES);
        body.writeTo(out);
    }

    void send(char messageType) throws IOException {
        begin(messageType).end();
    }

    void flush() throws IOException {
        out.flush();
    }
}
