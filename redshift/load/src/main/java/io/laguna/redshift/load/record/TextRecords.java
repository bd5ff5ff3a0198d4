package io.laguna.redshift.load.record;

import io.laguna.redshift.load.value.Field;
import io.laguna.redshift.load.value.FieldError;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Records that are lines. */
abstract class TextRecords implements Records {
    final Lines lines;
    final TextOptions options;
    private final Lines.Scan scan;
    private int[] starts = new int[32];
    private int[] ends = new int[32];
    /** Whether a field is not what stands in the file: it has quotes or escapes. */
    private boolean[] marked = new boolean[32];

    private int count;
    private boolean begun;

    TextRecords(InputStream stream, TextOptions options, Lines.Scan scan) {
        this.lines = new Lines(stream);
        this.options = options;
        this.scan = scan;
    }

    /** The end of a record at the first line break. */
    static int lineBreak(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    @Override
    public final boolean next() throws IOException, FieldError {
        if (!begun) {
            begun = true;
            for (long i = 0; i < options.header(); i++) {
                if (!lines.next(TextRecords::lineBreak)) {
                    return false;
                }
            }
        }
        do {
            if (!lines.next(scan)) {
                return false;
            }
        } while (options.ignoresBlank() && lines.start == lines.end);
        count = 0;
        split(lines.bytes, lines.start, lines.end);
        return true;
    }

    /** Takes the record apart by {@link #add}. */
    abstract void split(byte[] bytes, int from, int to) throws FieldError;

    final void add(int from, int to, boolean mark) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
            ends = Arrays.copyOf(ends, count * 2);
            marked = Arrays.copyOf(marked, count * 2);
        }
        starts[count] = from;
        ends[count] = to;
        marked[count] = mark;
        count++;
    }

    @Override
    public final int count() {
        return count;
    }

    /** Tells whether the last field is empty, as after a delimiter at the line's end. */
    final boolean endsEmpty() {
        return count > 0 && starts[count - 1] == ends[count - 1];
    }

    @Override
    public final boolean field(int column, Field into) throws FieldError {
        if (options.isNull(lines.bytes, starts[column], ends[column])) {
            return false;
        }
        if (marked[column]) {
            plain(lines.bytes, starts[column], ends[column], into);
            return !options.isNull(into.bytes(), into.from(), into.to());
        }
        into.set(lines.bytes, starts[column], ends[column]);
        return true;
    }

    /** Sets a field to what a marked one stands for. */
    abstract void plain(byte[] bytes, int from, int to, Field into) throws FieldError;

    @Override
    public final long line() {
        return lines.line();
    }

    @Override
    public final String raw() {
        return lines.text();
    }

    @Override
    public final void close() throws IOException {
        lines.close();
    }
}
