package io.laguna.emulator.redshift.load;

import io.laguna.redshift.wire.message.SqlFailure;
import io.laguna.redshift.wire.order.Workbench;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** A stream that ends with a failure when the client has cancelled the statement. */
final class Watched extends FilterInputStream {
    private final Workbench bench;
    private Optional<SqlFailure> cancelled = Optional.empty();

    Watched(InputStream stream, Workbench bench) {
        super(stream);
        this.bench = bench;
    }

    /** Returns why the statement was cancelled. */
    Optional<SqlFailure> cancelled() {
        return cancelled;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        try {
            bench.checkCancelled();
        } catch (SqlFailure e) {
            cancelled = Optional.of(e);
            throw new IOException(e);
        }
        return super.read(into, offset, length);
    }
}
