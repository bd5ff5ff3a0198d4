package io.laguna.redshift.load.unload;

import java.io.Closeable;
import java.io.IOException;

/** The rows of one file, on their way into it. */
public interface Encoder extends Closeable {
    void write(Fields row) throws IOException;

    /** Returns how many bytes the file has so far, as far as they are known. */
    long size();

    /** Ends the file; its stream is closed. */
    @Override
    void close() throws IOException;
}
