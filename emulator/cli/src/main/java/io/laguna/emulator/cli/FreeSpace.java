package io.laguna.emulator.cli;

import io.laguna.engines.process.Workspace;

/** The check that there is space on the disk, made before databases and Parquet files run out of it half-way. */
final class FreeSpace {
    /** The space that is needed, in bytes, for two databases, their unpacked servers and a small lake. */
    private static final long NEEDED = 2L << 30;

    private FreeSpace() {}

    static void check(Workspace workspace) {
        // The file store of a path is not found in a changed root, which is no mount point.
        long free = workspace.home().toFile().getUsableSpace();
        if (free < NEEDED) {
            throw new CommandFailure("The disk of " + workspace.home() + " has " + (free >> 20)
                    + " MB free, and the lake needs " + (NEEDED >> 20) + " MB. Make room and try again.");
        }
    }
}
