package io.laguna.emulator.s3.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** The failures of the disk, told with what was tried. */
final class Failed {
    private Failed() {}

    static UncheckedIOException because(String tried, Path path, IOException cause) {
        return new UncheckedIOException("Cannot " + tried + " " + path + ": " + cause, cause);
    }
}
