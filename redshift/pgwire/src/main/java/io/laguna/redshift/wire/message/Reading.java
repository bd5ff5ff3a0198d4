package io.laguna.redshift.wire.message;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The body of a message, read from its beginning. */
public final class Reading {
    private final ByteBuffer body;

    Reading(ByteBuffer body) {
        this.body = body;
    }

    public byte int8() throws ProtocolViolation {
        need(Byte.BYTES);
        return body.get();
    }

    public short int16() throws ProtocolViolation {
        need(Short.BYTES);
        return body.getShort();
    }

    public int int32() throws ProtocolViolation {
        need(Integer.BYTES);
        return body.getInt();
    }

    /** Returns a number of 16 bits that counts something. */
    public int count() throws ProtocolViolation {
        return Short.toUnsignedInt(int16());
    }

    /** Returns the text up to the next NUL, whose encoding has to be right. */
    public String text() throws ProtocolViolation {
        int end = body.position();
        while (end < body.limit() && body.get(end) != 0) {
            end++;
        }
        if (end == body.limit()) {
            throw new ProtocolViolation("invalid string in message");
        }
        ByteBuffer encoded = body.slice(body.position(), end - body.position());
        body.position(end + 1);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(encoded).toString();
        } catch (CharacterCodingException e) {
            throw new ProtocolViolation("invalid byte sequence for encoding \"UTF8\"");
        }
    }

    public byte[] bytes(int count) throws ProtocolViolation {
        if (count < 0) {
            throw new ProtocolViolation("insufficient data left in message");
        }
        need(count);
        byte[] bytes = new byte[count];
        body.get(bytes);
        return bytes;
    }

    /** Returns the bytes that are left. */
    public byte[] rest() {
        byte[] bytes = new byte[body.remaining()];
        body.get(bytes);
        return bytes;
    }

    public boolean isAtEnd() {
        return !body.hasRemaining();
    }

    private void need(int count) throws ProtocolViolation {
        if (body.remaining() < count) {
            throw new ProtocolViolation("insufficient data left in message");
        }
    }
}
