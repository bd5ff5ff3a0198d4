package io.laguna.emulator.cli;

import io.laguna.engines.process.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/** The check that there is space on the disk, made before databases and Parquet files run out of it half-way. */
final class FreeSpace {
    /** The space that is needed, in bytes, for two databases, their unpacked servers and a small lake. */
    private static final long NEEDED = 2L << 30;

    private FreeSpace() {}

    static void check(Workspace workspace) {
        try {
            long free = Files.getFileStore(workspace.home()).getUsableSpace();
            if (free < NEEDED) {
                throw new CommandFailure("The disk of " + workspace.home() + " has " + (free >> 20)
                        + " MB free, and the lake needs " + (NEEDED >> 20) + " MB. Make room and try again.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot tell how much room " + workspace.home() + " has", e);
        }
    }
}
