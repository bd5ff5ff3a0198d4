package io.laguna.emulator.s3.store.layout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** The failures of the disk, told with what was tried. */
public final class Failed {
    private Failed() {}

    public static UncheckedIOException because(String tried, Path path, IOException cause) {
        return new UncheckedIOException("Cannot " + tried + " " + path + ": " + cause, cause);
    }
}
