package io.laguna.jdbc;

import java.io.IOException;
import java.io.Writer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The file with what the program has found: a line for each thing, with encoded words between tabulators. Whole or not there. */
final class Answer implements AutoCloseable {
    private final Path file;
    private final Path partial;
    private final Writer writer;

    Answer(Path file) throws IOException {
        this.file = file;
        this.partial = file.resolveSibling(file.getFileName() + ".partial");
        this.writer = Files.newBufferedWriter(partial);
    }

    /** Writes a line; a word that is null is empty. */
    void line(Object... words) throws IOException {
        for (int i = 0; i < words.length; i++) {
            writer.write(i == 0 ? "" : "\t");
            writer.write(words[i] == null ? "" : URLEncoder.encode(words[i].toString(), StandardCharsets.UTF_8));
        }
        writer.write('\n');
    }

    @Override
    public void close() throws IOException {
        writer.close();
        Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
