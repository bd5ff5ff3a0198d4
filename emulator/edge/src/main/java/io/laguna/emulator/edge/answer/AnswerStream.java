package io.laguna.emulator.edge.answer;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.jetty.util.Callback;

/** The body of an answer that is sent bit by bit. Closing it ends the exchange. */
public final class AnswerStream extends FilterOutputStream {
    private final Callback callback;
    private boolean closed;

    public AnswerStream(OutputStream body, Callback callback) {
        super(body);
        this.callback = callback;
    }

    @Override
    public void write(byte[] bytes, int start, int length) throws IOException {
        out.write(bytes, start, length);
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try {
            out.close();
            callback.succeeded();
        } catch (IOException e) {
            callback.failed(e);
            throw e;
        }
    }
}
