package io.laguna.emulator.athena.result;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The reader of the files that {@link CsvResult} writes, from any line on: a page of a large result is not read from
 * the file's beginning. The reader tells null from the empty text, and knows at which byte it is.
 */
public final class CsvReader {
    private static final int END = -1;

    private final InputStream stream;
    private long position;

    /**
     * Creates a reader.
     *
     * @param position of the stream's first byte in the whole file
     */
    public CsvReader(InputStream stream, long position) {
        this.stream = new BufferedInputStream(stream);
        this.position = position;
    }

    /** Returns the byte of the file at which the next row begins. */
    public long position() {
        return position;
    }

    /** Returns the next row's values, empty for null; nothing at the end. */
    public Optional<List<Optional<String>>> next() throws IOException {
        int current = read();
        if (current == END) {
            return Optional.empty();
        }
        List<Optional<String>> row = new ArrayList<>();
        while (true) {
            if (current == '"') {
                row.add(Optional.of(quoted()));
                current = read();
            } else {
                row.add(Optional.empty());
            }
            if (current != ',') {
                return Optional.of(row);
            }
            current = read();
        }
    }

    /** Reads a value up to its closing quote, which is read too. */
    private String quoted() throws IOException {
        ByteArrayOutputStream value = new ByteArrayOutputStream();
        while (true) {
            int current = read();
            if (current == END) {
                throw new IOException("The result ends within a value");
            }
            if (current == '"') {
                stream.mark(1);
                if (stream.read() != '"') {
                    stream.reset();
                    return value.toString(StandardCharsets.UTF_8);
                }
                position++;
            }
            value.write(current);
        }
    }

    private int read() throws IOException {
        int read = stream.read();
        if (read != END) {
            position++;
        }
        return read;
    }
}
