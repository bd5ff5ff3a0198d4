package io.laguna.redshift.wire.session;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The folder in which Laguna leaves one session's engine what its functions have asked for: answers, and rows. A file is
 * there whole or not at all, has the session's process and the question's number as its name, and goes once it is read.
 */
final class Desk {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int KEY_BYTES = 16;
    private static final String ROWS = ".rows";

    private final Path folder;
    private final int processId;
    private final List<Path> left = new ArrayList<>();
    private Optional<String> key = Optional.empty();

    Desk(Path folder, int processId) {
        this.folder = folder;
        this.processId = processId;
    }

    /**
     * Leaves the key of the session, which only functions of the engine's superuser can read: a question that has it does not
     * come from a user. It stays until the session ends; one of an earlier session with the same process is replaced.
     */
    void leaveKey() throws IOException {
        byte[] random = new byte[KEY_BYTES];
        RANDOM.nextBytes(random);
        String made = HexFormat.of().formatHex(random);
        Path file = keyFile();
        Files.createDirectories(folder);
        Files.writeString(file, made, StandardCharsets.UTF_8);
        key = Optional.of(made);
    }

    /** Tells whether a text begins with the session's key. */
    boolean knows(String text) {
        return key.filter(text::startsWith).isPresent();
    }

    /** Returns what follows the key in a text that begins with it. */
    static String afterKey(String text) {
        return text.substring(2 * KEY_BYTES);
    }

    private Path keyFile() {
        return folder.resolve(processId + ".key");
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
        Path file = take(number, ROWS);
        left.add(file);
        return file;
    }

    private Path take(long number, String kind) throws IOException {
        Files.createDirectories(folder);
        return folder.resolve(processId + "." + number + kind);
    }

    /** Deletes the answers that were left, but no rows. */
    void clearAnswers() throws IOException {
        for (Path file : List.copyOf(left)) {
            if (!file.toString().endsWith(ROWS)) {
                Files.deleteIfExists(file);
                left.remove(file);
            }
        }
    }

    /** Deletes what was left. */
    void clear() throws IOException {
        for (Path file : left) {
            Files.deleteIfExists(file);
        }
        left.clear();
    }

    /** Deletes all that the session has here. */
    void close() throws IOException {
        clear();
        if (key.isPresent()) {
            Files.deleteIfExists(keyFile());
        }
    }
}
