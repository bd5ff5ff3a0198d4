package io.laguna.glue.format;

import io.laguna.glue.record.DynamicRecord;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** Records that are read when they are asked for, as many at a time as the format finds. */
abstract class PulledRecords implements Iterator<DynamicRecord>, Closeable {
    private final Deque<DynamicRecord> ready = new ArrayDeque<>();
    private final Closeable bytes;
    private boolean ended;

    PulledRecords(Closeable bytes) {
        this.bytes = bytes;
    }

    /** Reads on, and adds what it finds to the records that are ready. Returns whether there may be more. */
    abstract boolean pull(Deque<DynamicRecord> ready) throws IOException;

    @Override
    public final boolean hasNext() {
        try {
            while (ready.isEmpty() && !ended) {
                ended = !pull(ready);
                if (ended) {
                    bytes.close();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
        return !ready.isEmpty();
    }

    @Override
    public final DynamicRecord next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return ready.remove();
    }

    @Override
    public final void close() throws IOException {
        bytes.close();
    }
}
