package io.laguna.engines.function;

import io.laguna.engines.process.EngineFailure;
import io.laguna.engines.process.Tool;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The output of a function, record by record: a pipe with a name, whose writing end we hold too. A mark that we write ourselves
 * comes out behind all that the function has written before.
 *
 * <p>A record is a line. A line that begins with the character RS is a record of several lines, between which the same
 * character stands: what a runtime logs in one piece stays one.
 */
public final class FunctionOutput implements AutoCloseable {
    /** ASCII's record separator. */
    private static final char RECORD = '\u001e';

    private static final int BUFFER = 64 << 10;

    /** The longest record, which is the longest event of CloudWatch Logs. */
    private static final int LONGEST = 256 << 10;

    private static final long PATIENCE_SECONDS = 5;

    private final Path file;
    private final RandomAccessFile pipe;
    private final Consumer<String> records;
    private final String mark = "" + RECORD + RECORD + UUID.randomUUID();
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private volatile CountDownLatch drained = new CountDownLatch(1);
    private volatile boolean closed;

    private FunctionOutput(Path file, RandomAccessFile pipe, Consumer<String> records) {
        this.file = file;
        this.pipe = pipe;
        this.records = records;
    }

    /**
     * Makes the pipe, and begins to read.
     *
     * @param file where it is made
     */
    public static FunctionOutput open(Path file, Consumer<String> records) {
        Tool.check("mkfifo", List.of("mkfifo", "-m", "600", file.toString()), Map.of(), Path.of("/dev/null"));
        try {
            FunctionOutput output = new FunctionOutput(file, new RandomAccessFile(file.toFile(), "rw"), records);
            Thread reader = new Thread(output::read, "function-output");
            reader.setDaemon(true);
            reader.start();
            return output;
        } catch (IOException e) {
            throw new EngineFailure("The output of a function cannot be read: " + e.getMessage(), e);
        }
    }

    Path file() {
        return file;
    }

    /** Waits until all is read that has been written so far. */
    public synchronized void drain() {
        drained = new CountDownLatch(1);
        try {
            pipe.write(("\n" + mark + "\n").getBytes(StandardCharsets.UTF_8));
            var unused = drained.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (IOException e) {
            throw new UncheckedIOException("The output of a function cannot be read", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void read() {
        byte[] buffer = new byte[BUFFER];
        try {
            while (!closed) {
                int read = pipe.read(buffer);
                for (int at = 0; at < read; at++) {
                    take(buffer[at]);
                }
            }
        } catch (IOException e) {
            // The pipe is closed under the reader, whose environment has ended.
        } finally {
            drained.countDown();
        }
    }

    private void take(byte octet) {
        if (octet != '\n') {
            line.write(octet);
        }
        if (octet == '\n' || line.size() >= LONGEST) {
            String text = line.toString(StandardCharsets.UTF_8);
            line.reset();
            if (text.equals(mark)) {
                drained.countDown();
            } else if (!text.isEmpty()) {
                records.accept(text.charAt(0) == RECORD ? text.substring(1).replace(RECORD, '\n') : text);
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        drain();
        try {
            pipe.close();
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The output of a function cannot be closed", e);
        }
    }
}
