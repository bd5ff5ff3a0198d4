package io.laguna.redshift.wire.session;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The folder in which Laguna leaves one session's engine what its functions have asked for: answers, and rows. A file is
 * there whole or not at all, has the session's process and the question's number as its name, and goes once it is read.
 */
final class Desk {
    private final Path folder;
    private final int processId;
    private final List<Path> left = new ArrayList<>();

    Desk(Path folder, int processId) {
        this.folder = folder;
        this.processId = processId;
    }

    /** Leaves the answer of a question. */
    void answer(long number, String answer) throws IOException {
        Path file = take(number, "");
        Path partial = file.resolveSibling(file.getFileName() + ".partial");
        Files.writeString(partial, answer, StandardCharsets.UTF_8);
        Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
        left.add(file);
    }

    /** Opens the rows of a question, for Laguna or the engine to write. */
    OutputStream write(long number) throws IOException {
        return Files.newOutputStream(rows(number));
    }

    /** Returns the file with the rows of a question. */
    Path rows(long number) throws IOException {
        Path file = take(number, ".rows");
        left.add(file);
        return file;
    }

    private Path take(long number, String kind) throws IOException {
        Files.createDirectories(folder);
        return folder.resolve(processId + "." + number + kind);
    }

    /** Deletes what was left. */
    void clear() throws IOException {
        for (Path file : left) {
            Files.deleteIfExists(file);
        }
        left.clear();
    }
}
