package io.laguna.emulator.edge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code .laguna/logs/calls.log}: one line of JSON for each call. */
final class CallLog implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CallLog.class);

    private final Writer writer;

    private CallLog(Writer writer) {
        this.writer = writer;
    }

    static CallLog in(Path state) {
        Path file = state.resolve("logs/calls.log");
        try {
            Files.createDirectories(file.getParent());
            return new CallLog(Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }

    /** A full disk must not fail the calls that still work. */
    synchronized void write(CallRecord call) {
        try {
            writer.write(call.json() + "\n");
            writer.flush();
        } catch (IOException e) {
            LOG.warn("A call is missing in the log of calls", e);
        }
    }

    @Override
    public synchronized void close() {
        try {
            writer.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The log of calls is not whole", e);
        }
    }
}
