package io.laguna.emulator.edge.payload;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeoutException;

/** A body as it comes over the network, whose failures are S3's. */
final class ArrivingBody extends FilterInputStream {
    ArrivingBody(InputStream body) {
        super(body);
    }

    @Override
    public int read() throws IOException {
        try {
            return super.read();
        } catch (IOException e) {
            throw named(e);
        }
    }

    @Override
    public int read(byte[] buffer, int start, int length) throws IOException {
        try {
            return super.read(buffer, start, length);
        } catch (IOException e) {
            throw named(e);
        }
    }

    private static BodyRefusal named(IOException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof TimeoutException) {
                return new BodyRefusal(
                        400,
                        "RequestTimeout",
                        "Your socket connection to the server was not read from or written to within the timeout period.");
            }
        }
        return new BodyRefusal(
                400,
                "IncompleteBody",
                "You did not provide the number of bytes specified by the Content-Length HTTP header");
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
