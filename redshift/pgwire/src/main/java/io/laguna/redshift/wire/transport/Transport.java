package io.laguna.redshift.wire.transport;

import java.io.IOException;
import java.nio.ByteBuffer;

/** The bytes of one connection. */
public interface Transport {
    /**
     * Takes bytes that are there, without waiting.
     *
     * @return their number, 0 when there are none at this time, -1 at the end
     */
    int read(ByteBuffer into) throws IOException;

    /** Sends bytes, and waits until the other end has room for them. */
    void write(ByteBuffer from) throws IOException;

    /** Ends the connection in its own way, as far as that needs no waiting. */
    void close() throws IOException;
}
