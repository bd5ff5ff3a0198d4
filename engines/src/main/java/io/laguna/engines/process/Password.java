package io.laguna.engines.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * A generated password that only the owner of the workspace can read.
 *
 * @param value never to be printed or logged
 * @param file where it is kept, readable by the owner alone
 */
public record Password(String value, Path file) {
    public static Password keptIn(Path file) {
        try {
            if (!Files.exists(file)) {
                byte[] random = new byte[24];
                new SecureRandom().nextBytes(random);
                OwnerOnlyFile.write(file, HexFormat.of().formatHex(random));
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
