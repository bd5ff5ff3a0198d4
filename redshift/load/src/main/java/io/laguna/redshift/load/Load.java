package io.laguna.redshift.load;

import io.laguna.redshift.load.parquet.ParquetRows;
import io.laguna.redshift.load.plan.FileRefused;
import io.laguna.redshift.load.plan.Order;
import io.laguna.redshift.load.plan.Rows;
import io.laguna.redshift.load.source.Source;
import io.laguna.redshift.load.source.Store;
import io.laguna.redshift.load.value.FieldError;
import io.laguna.redshift.load.value.Row;
import io.laguna.redshift.sql.statement.DataFormat;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * A load, as the stream of a PostgreSQL's binary COPY. Files are read as the stream is, so that no more than a row and a
 * buffer are in memory.
 */
public final class Load extends InputStream {
    private static final int CHUNK = 32 * 1024;

    private final Order order;
    private final Store store;
    private final Journal journal;
    private final Iterator<Source> sources;
    private final Row row = new Row();
    private Optional<Source> source = Optional.empty();
    private Optional<Rows> rows = Optional.empty();
    private long errors;
    private long loaded;
    private long ofFile;
    private boolean ended;
    private Optional<IOException> failure = Optional.empty();

    public Load(Order order, List<Source> sources, Store store, Journal journal) {
        this.order = order;
        this.store = store;
        this.journal = journal;
        this.sources = sources.iterator();
        row.head();
    }

    /** Returns how many rows have been read and are right. */
    public long loaded() {
        return loaded;
    }

    /** Returns why the load has ended before its time. */
    public Optional<IOException> failure() {
        return failure;
    }

    /**
     * Reads the whole load without keeping it, as NOLOAD does.
     *
     * @throws LoadFailed when there are more errors than are allowed
     */
    public void check() throws IOException {
        while (!ended) {
            advance();
            row.clear();
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        while (!ended && row.size() < Math.min(length, CHUNK)) {
            advance();
        }
        return row.size() == 0 ? -1 : row.take(into, offset, length);
    }

    private void advance() throws IOException {
        try {
            step();
        } catch (IOException e) {
            failure = Optional.of(e);
            throw e;
        }
    }

    private void step() throws IOException {
        if (rows.isEmpty()) {
            if (!sources.hasNext()) {
                row.tail();
                ended = true;
                return;
            }
            source = Optional.of(sources.next());
            rows = Optional.of(open(source.get()));
        }
        switch (rows.get().next(row)) {
            case ROW -> {
                loaded++;
                ofFile++;
            }
            case REJECTED -> {
                errors++;
                if (errors >= order.mostErrors()) {
                    throw new LoadFailed();
                }
            }
            case END -> {
                journal.loaded(source.get(), ofFile);
                ofFile = 0;
                close();
            }
        }
    }

    private Rows open(Source next) throws IOException {
        try {
            return order.format() instanceof DataFormat.Parquet parquet
                    ? ParquetRows.open(order, parquet.serializesToJson(), next, store)
                    : new RecordRows(order, next, store, journal);
        } catch (FieldError e) {
            throw new FileRefused(e.getMessage());
        }
    }

    @Override
    public void close() throws IOException {
        if (rows.isPresent()) {
            rows.get().close();
            rows = Optional.empty();
        }
    }
}
