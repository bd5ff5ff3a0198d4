package io.laguna.redshift.load.unload;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** One row of PostgreSQL's COPY in text, taken apart; it is used again for every row. */
public final class Fields {
    private byte[] bytes = new byte[8 * 1024];
    private int size;
    private int[] ends = new int[32];
    private boolean[] nulls = new boolean[32];
    private int count;

    /** Reads a line without its line break. */
    void read(byte[] line, int from, int to) {
        size = 0;
        count = 0;
        if (bytes.length < to - from) {
            bytes = new byte[(to - from) * 2];
        }
        boolean nothing = false;
        for (int i = from; i < to; i++) {
            byte next = line[i];
            if (next == '\t') {
                end(nothing);
                nothing = false;
            } else if (next == '\\') {
                i++;
                nothing = line[i] == 'N';
                if (!nothing) {
                    bytes[size++] = unescaped(line[i]);
                }
            } else {
                bytes[size++] = next;
            }
        }
        end(nothing);
    }

    private static byte unescaped(byte letter) {
        return switch (letter) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'v' -> 0x0b;
            default -> letter;
        };
    }

    private void end(boolean nothing) {
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, count * 2);
            nulls = Arrays.copyOf(nulls, count * 2);
        }
        ends[count] = size;
        nulls[count] = nothing;
        count++;
    }

    boolean isNull(int column) {
        return nulls[column];
    }

    byte[] bytes() {
        return bytes;
    }

    int from(int column) {
        return column == 0 ? 0 : ends[column - 1];
    }

    int to(int column) {
        return ends[column];
    }

    String text(int column) {
        return new String(bytes, from(column), to(column) - from(column), StandardCharsets.UTF_8);
    }
}
