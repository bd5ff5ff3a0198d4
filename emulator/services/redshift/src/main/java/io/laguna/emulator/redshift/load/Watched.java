package io.laguna.emulator.redshift.load;

import io.laguna.redshift.wire.message.SqlFailure;
import io.laguna.redshift.wire.order.Workbench;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that ends with a failure when the client has cancelled the statement. */
final class Watched extends FilterInputStream {
    private final Workbench bench;

    Watched(InputStream stream, Workbench bench) {
        super(stream);
        this.bench = bench;
    }

    /** The end of the stream by a cancelled statement. */
    static final class Cancelled extends IOException {
        private static final long serialVersionUID = 1L;

        private final transient SqlFailure failure;

        Cancelled(SqlFailure failure) {
            super(failure);
            this.failure = failure;
        }

        SqlFailure failure() {
            return failure;
        }
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        try {
            bench.checkCancelled();
        } catch (SqlFailure e) {
            throw new Cancelled(e);
        }
        return super.read(into, offset, length);
    }
}
