package io.laguna.emulator.crawl.binary;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Values in Avro's binary encoding. */
final class AvroBytes {
    private final byte[] bytes;
    private int position;

    AvroBytes(byte[] bytes, int position) {
        this.bytes = bytes;
        this.position = position;
    }

    boolean isAtEnd() {
        return position >= bytes.length;
    }

    /** Reads a number in zig-zag coding, seven bits in a byte. */
    long number() throws IOException {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            byte next = take(1)[0];
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return (value >>> 1) ^ -(value & 1);
            }
        }
        throw new IOException("A number has too many bytes");
    }

    /** Reads a map of bytes: blocks of entries, whose number may be negative and is then followed by their size. */
    Map<String, byte[]> map() throws IOException {
        Map<String, byte[]> map = new HashMap<>();
        for (long entries = number(); entries != 0; entries = number()) {
            if (entries < 0) {
                number();
            }
            for (long i = 0; i < Math.abs(entries); i++) {
                String key = new String(value(), StandardCharsets.UTF_8);
                map.put(key, value());
            }
        }
        return map;
    }

    void skip(int length) throws IOException {
        take(length);
    }

    private byte[] value() throws IOException {
        long length = number();
        if (length < 0 || length > bytes.length) {
            throw new EOFException("The header ends early");
        }
        return take((int) length);
    }

    private byte[] take(int length) throws IOException {
        if (position + length > bytes.length) {
            throw new EOFException("The header ends early");
        }
        byte[] taken = Arrays.copyOfRange(bytes, position, position + length);
        position += length;
        return taken;
    }
}
