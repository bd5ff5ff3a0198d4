package io.laguna.emulator.kit.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A text file that lines are appended to. When it has grown large it becomes {@code NAME.1}, in place of an earlier one.
 */
public final class RotatedFile implements AutoCloseable {
    private final Path file;
    private final long large;
    private Writer writer;
    private long written;

    /**
     * Opens a file, and makes it and its folder where they are not there.
     *
     * @param large from how many characters on it is set aside
     * @throws UncheckedIOException where it cannot be written
     */
    public RotatedFile(Path file, long large) {
        this.file = file;
        this.large = large;
        try {
            Files.createDirectories(file.getParent());
            open();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }

    /** Appends text that ends a line. */
    public synchronized void append(String text) throws IOException {
        writer.write(text);
        writer.flush();
        written += text.length();
        if (written >= large) {
            writer.close();
            try {
                Files.move(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            } finally {
                // Where it cannot be moved, it goes on growing: better than to be silent.
                open();
            }
        }
    }

    @Override
    public synchronized void close() {
        try {
            writer.close();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " is not whole", e);
        }
    }

    private void open() throws IOException {
        writer = Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        written = Files.size(file);
    }
}
