package io.laguna.emulator.edge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;

/** The key that session tokens are sealed with, in a file that its owner alone can read. */
final class SealKey {
    private static final int BYTES = 32;

    private SealKey() {}

    /** Returns the key of a lake, the same in every start, so that temporary credentials outlive a restart. */
    static byte[] in(Path state) {
        Path file = state.resolve("session.key");
        try {
            Files.createDirectories(state);
            if (!Files.exists(file)) {
                create(file);
            }
            byte[] key = Files.readAllBytes(file);
            if (key.length != BYTES) {
                throw new EdgeFailure(file + " is damaged: delete it, and temporary credentials given so far end.");
            }
            return key;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep the key of session tokens in " + file, e);
        }
    }

    /** Makes the file, whole or not at all: it is written beside its place, then renamed. */
    private static void create(Path file) throws IOException {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        Path partial = Files.createTempFile(
                file.getParent(),
                "session",
                ".partial",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(partial, key);
        try {
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException e) {
            Files.delete(partial);
        }
    }
}
