package io.laguna.duckdb.wire;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The content of a message, read from its beginning. */
record Content(ByteBuffer bytes) {
    int int32() throws IOException {
        try {
            return bytes.getInt();
        } catch (BufferUnderflowException e) {
            throw cut(e);
        }
    }

    int int16() throws IOException {
        try {
            return bytes.getShort();
        } catch (BufferUnderflowException e) {
            throw cut(e);
        }
    }

    char letter() throws IOException {
        try {
            return (char) bytes.get();
        } catch (BufferUnderflowException e) {
            throw cut(e);
        }
    }

    /** Reads a text that ends with a zero. */
    String text() throws IOException {
        int begin = bytes.position();
        int end = begin;
        while (end < bytes.limit() && bytes.get(end) != 0) {
            end++;
        }
        if (end == bytes.limit()) {
            throw new IOException("A text without its end");
        }
        String text = text(end - begin);
        bytes.position(end + 1);
        return text;
    }

    String text(int length) throws IOException {
        if (length < 0 || length > bytes.remaining()) {
            throw new IOException("A value of " + length + " bytes");
        }
        byte[] value = new byte[length];
        bytes.get(value);
        return new String(value, StandardCharsets.UTF_8);
    }

    private static IOException cut(BufferUnderflowException cause) {
        return new IOException("A message that is cut off", cause);
    }
}
