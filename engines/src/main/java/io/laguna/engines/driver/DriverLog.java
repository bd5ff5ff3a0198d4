package io.laguna.engines.driver;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A driver's standard error as people want to read it: without the progress bar, which Spark draws over and over between
 * two carriage returns.
 */
public final class DriverLog extends InputStream {
    /** Longer than any terminal is wide: such a line is no bar. */
    private static final int BAR = 1_000;

    /** More than any exception has to say. */
    private static final long TAIL = 1 << 20;

    private final InputStream raw;
    private byte[] held = new byte[0];
    private int at;

    private DriverLog(InputStream raw) {
        this.raw = raw;
    }

    /** Returns the log as a stream, to be closed. */
    public static InputStream open(Path log) throws IOException {
        return new DriverLog(new BufferedInputStream(Files.newInputStream(log)));
    }

    /** Returns the log as a text. */
    public static String read(Path log) throws IOException {
        try (InputStream text = open(log)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Returns the last lines of the log, which may be too long to be read as a whole. */
    static List<String> lastLines(Path log) throws IOException {
        long before = Math.max(0, Files.size(log) - TAIL);
        try (InputStream raw = Files.newInputStream(log)) {
            raw.skipNBytes(before);
            try (InputStream text = new DriverLog(new BufferedInputStream(raw))) {
                return new String(text.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .skip(before == 0 ? 0 : 1)
                        .toList();
            }
        }
    }

    @Override
    public int read() throws IOException {
        while (true) {
            if (at < held.length) {
                return held[at++] & 0xff;
            }
            int next = raw.read();
            if (next != '\r') {
                return next;
            }
            hold();
        }
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = 0;
        while (count < length) {
            int next = read();
            if (next < 0) {
                break;
            }
            buffer[offset + count++] = (byte) next;
        }
        return count == 0 && length > 0 ? -1 : count;
    }

    @Override
    public void close() throws IOException {
        raw.close();
    }

    /** Reads on from a carriage return: up to the next one it was a bar; anything else is held, to be given as it is. */
    private void hold() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        line.write('\r');
        int next = raw.read();
        while (next >= 0 && next != '\r' && next != '\n' && line.size() < BAR) {
            line.write(next);
            next = raw.read();
        }
        if (next >= 0) {
            line.write(next);
        }
        held = next == '\r' && line.size() <= BAR ? new byte[0] : line.toByteArray();
        at = 0;
    }
}
