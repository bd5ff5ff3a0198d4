package io.laguna.emulator.edge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code .laguna/logs/calls.log}: one line of JSON for each call. When it has grown large it becomes
 * {@code calls.log.1}, in place of an earlier one.
 */
final class CallLog implements AutoCloseable {
    static final long LARGE_CHARACTERS = 64L << 20;

    private static final Logger LOG = LoggerFactory.getLogger(CallLog.class);

    private final Path file;
    private final long large;
    private Writer writer;
    private long written;

    private CallLog(Path file, long large) throws IOException {
        this.file = file;
        this.large = large;
        open();
    }

    static CallLog in(Path state) {
        return in(state, LARGE_CHARACTERS);
    }

    static CallLog in(Path state, long large) {
        Path file = state.resolve("logs/calls.log");
        try {
            Files.createDirectories(file.getParent());
            return new CallLog(file, large);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }

    /** A full disk must not fail the calls that still work. */
    synchronized void write(CallRecord call) {
        try {
            String line = call.json() + "\n";
            writer.write(line);
            writer.flush();
            written += line.length();
            if (written >= large) {
                writer.close();
                Files.move(file, file.resolveSibling("calls.log.1"), StandardCopyOption.REPLACE_EXISTING);
                open();
            }
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

    private void open() throws IOException {
        writer = Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        written = Files.size(file);
    }
}
