package io.laguna.emulator.s3.store.layout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** The failures of the disk, told with what was tried. */
public final class Failed {
    private Failed() {}

    public static UncheckedIOException because(String tried, Path path, IOException cause) {
        return new UncheckedIOException("Cannot " + tried + " " + path + ": " + cause, cause);
    }

    /**
     * Returns nothing when a failure says that there is nothing at a path, also because a folder on the way is a file.
     *
     * @throws UncheckedIOException when it says anything else
     */
    static <T> Optional<T> unlessMissing(String tried, Path path, IOException cause) {
        if (cause instanceof NoSuchFileException || isBelowFile(path)) {
            return Optional.empty();
        }
        throw because(tried, path, cause);
    }

    /** Tells whether a folder on the way to a path is a file. Java has no exception of its own for that. */
    private static boolean isBelowFile(Path path) {
        Path above = path.getParent();
        while (!Files.exists(above) && above.getParent() != null) {
            above = above.getParent();
        }
        return Files.exists(above) && !Files.isDirectory(above);
    }
}
