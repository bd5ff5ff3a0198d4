package io.laguna.redshift.load.value;

import java.nio.charset.StandardCharsets;

/** A field of a record: a part of a buffer. One field is used for every value, since a load has millions of them. */
public final class Field {
    private byte[] bytes = {};
    private int from;
    private int to;

    public void set(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.from = from;
        this.to = to;
    }

    public byte[] bytes() {
        return bytes;
    }

    public int from() {
        return from;
    }

    public int to() {
        return to;
    }

    public int length() {
        return to - from;
    }

    public boolean isBlank() {
        for (int i = from; i < to; i++) {
            if (!isBlank(bytes[i])) {
                return false;
            }
        }
        return true;
    }

    /** Leaves blanks at both ends out. */
    void trim() {
        while (from < to && isBlank(bytes[from])) {
            from++;
        }
        trimEnd();
    }

    void trimEnd() {
        while (from < to && isBlank(bytes[to - 1])) {
            to--;
        }
    }

    static boolean isBlank(byte value) {
        return value == ' ' || (value >= '\t' && value <= '\r');
    }

    @Override
    public String toString() {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }
}
