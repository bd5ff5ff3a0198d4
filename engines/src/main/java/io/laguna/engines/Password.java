package io.laguna.engines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * A generated password that only the owner of the workspace can read.
 *
 * @param value never to be printed or logged
 * @param file where it is kept, readable by the owner alone
 */
record Password(String value, Path file) {
    static Password keptIn(Path file) {
        try {
            if (!Files.exists(file)) {
                byte[] random = new byte[24];
                new SecureRandom().nextBytes(random);
                Files.createDirectories(file.getParent());
                Path partial = file.resolveSibling(file.getFileName() + ".partial");
                Files.deleteIfExists(partial);
                Files.createFile(
                        partial, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(partial, HexFormat.of().formatHex(random));
                Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
            }
            return new Password(Files.readString(file), file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep a password in " + file, e);
        }
    }

    @Override
    public String toString() {
        return "Password in " + file;
    }
}
