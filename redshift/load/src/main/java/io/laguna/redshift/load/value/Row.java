package io.laguna.redshift.load.value;

import java.io.InputStream;
import java.util.Arrays;

/**
 * A buffer of rows as PostgreSQL's binary COPY has them.
 *
 * @see <a href="https://www.postgresql.org/docs/17/sql-copy.html">COPY, Binary Format</a>
 */
public final class Row {
    private static final int FIRST_SIZE = 64 * 1024;
    private byte[] bytes = new byte[FIRST_SIZE];
    private int size;
    private int read;
    private int mark;

    /** Writes what stands before the first row. */
    public void head() {
        byte[] signature = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
        raw(signature, 0, signature.length);
        int32(0);
        int32(0);
    }

    public void tail() {
        int16(-1);
    }

    public void begin(int columns) {
        mark = size;
        int16(columns);
    }

    /** Takes the row that was begun last back. */
    public void undo() {
        size = mark;
    }

    public int size() {
        return size - read;
    }

    public void nothing() {
        int32(-1);
    }

    /** Tells whether the last value is NULL, when {@link #size} was so much before it. */
    public boolean endsWithNothing(int before) {
        int at = size - Integer.BYTES;
        return size() - before == Integer.BYTES && (bytes[at] & bytes[at + 1] & bytes[at + 2] & bytes[at + 3]) == -1;
    }

    public void smallint(int value) {
        int32(2);
        int16(value);
    }

    public void integer(int value) {
        int32(4);
        int32(value);
    }

    public void bigint(long value) {
        int32(8);
        int64(value);
    }

    public void bool(boolean value) {
        int32(1);
        int8(value ? 1 : 0);
    }

    public void bytes(byte[] value, int from, int to) {
        int32(to - from);
        raw(value, from, to - from);
    }

    public void int8(int value) {
        room(1);
        bytes[size++] = (byte) value;
    }

    public void int16(int value) {
        room(2);
        bytes[size] = (byte) (value >> 8);
        bytes[size + 1] = (byte) value;
        size += 2;
    }

    public void int32(int value) {
        room(4);
        bytes[size] = (byte) (value >> 24);
        bytes[size + 1] = (byte) (value >> 16);
        bytes[size + 2] = (byte) (value >> 8);
        bytes[size + 3] = (byte) value;
        size += 4;
    }

    public void int64(long value) {
        int32((int) (value >> 32));
        int32((int) value);
    }

    public void raw(byte[] value, int from, int length) {
        room(length);
        System.arraycopy(value, from, bytes, size, length);
        size += length;
    }

    private void room(int length) {
        if (size + length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + length));
        }
    }

    /** Moves bytes from the front of the buffer into another, as {@link InputStream#read} does. */
    public int take(byte[] into, int offset, int length) {
        int taken = Math.min(length, size - read);
        System.arraycopy(bytes, read, into, offset, taken);
        read += taken;
        if (read == size) {
            read = 0;
            size = 0;
            mark = 0;
        }
        return taken;
    }

    /** Forgets every row, for a load that only checks. */
    public void clear() {
        read = 0;
        size = 0;
        mark = 0;
    }
}
