package io.laguna.engines.certificate;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Values of ASN.1 in their distinguished encoding, as far as certificates need them (X.690). */
final class Der {
    private static final int SEQUENCE = 0x30;
    private static final int SET = 0x31;
    private static final int CONSTRUCTED_CONTEXT = 0xA0;
    private static final int PRIMITIVE_CONTEXT = 0x80;
    private static final int SHORT_LENGTH = 0x80;
    private static final int CONTINUED = 0x80;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

    private Der() {}

    static byte[] sequence(byte[]... parts) {
        return value(SEQUENCE, joined(parts));
    }

    static byte[] set(byte[]... parts) {
        return value(SET, joined(parts));
    }

    /** Returns a value under an explicit tag. */
    static byte[] tagged(int tag, byte[] content) {
        return value(CONSTRUCTED_CONTEXT | tag, content);
    }

    /** Returns a primitive value under an implicit tag. */
    static byte[] implicit(int tag, byte[] content) {
        return value(PRIMITIVE_CONTEXT | tag, content);
    }

    static byte[] integer(BigInteger number) {
        return value(0x02, number.toByteArray());
    }

    static byte[] bool(boolean is) {
        return value(0x01, new byte[] {(byte) (is ? 0xFF : 0)});
    }

    static byte[] octets(byte[] content) {
        return value(0x04, content);
    }

    /** Returns a bit string of whole bytes. */
    static byte[] bits(byte[] content) {
        return bits(content, 0);
    }

    /** Returns a bit string whose last byte has unused bits. */
    static byte[] bits(byte[] content, int unused) {
        return value(0x03, joined(new byte[] {(byte) unused}, content));
    }

    static byte[] text(String text) {
        return value(0x0C, text.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] time(Instant at) {
        return value(0x18, TIME.format(at).getBytes(StandardCharsets.US_ASCII));
    }

    /** Returns an object identifier, which is written with dots. */
    static byte[] identifier(String dotted) {
        String[] arcs = dotted.split("\\.", -1);
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.write(Integer.parseInt(arcs[0]) * 40 + Integer.parseInt(arcs[1]));
        for (int i = 2; i < arcs.length; i++) {
            writeArc(content, Integer.parseInt(arcs[i]));
        }
        return value(0x06, content.toByteArray());
    }

    private static void writeArc(ByteArrayOutputStream content, int arc) {
        int shift = 28;
        while (shift > 0 && arc >>> shift == 0) {
            shift -= 7;
        }
        for (; shift > 0; shift -= 7) {
            content.write(CONTINUED | (arc >>> shift & 0x7F));
        }
        content.write(arc & 0x7F);
    }

    private static byte[] value(int tag, byte[] content) {
        ByteArrayOutputStream encoded = new ByteArrayOutputStream(content.length + 6);
        encoded.write(tag);
        if (content.length < SHORT_LENGTH) {
            encoded.write(content.length);
        } else {
            byte[] length = BigInteger.valueOf(content.length).toByteArray();
            int from = length[0] == 0 ? 1 : 0;
            encoded.write(SHORT_LENGTH | (length.length - from));
            encoded.write(length, from, length.length - from);
        }
        encoded.writeBytes(content);
        return encoded.toByteArray();
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
