package io.laguna.emulator.lake;

import io.laguna.engines.process.Tree;
import io.laguna.engines.process.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;

/** The reset of a lake that is not in use, which empties it. */
public final class LakeReset {
    /** The files that belong to the checkout, not to the lake. */
    private static final Set<String> KEPT = Set.of("README.md", ".gitignore");

    private LakeReset() {}

    /**
     * Deletes zones, tables, databases and logs.
     *
     * @throws LakeInUseException when a process works on the lake; then nothing is deleted
     */
    public static void run(Workspace workspace) throws IOException {
        LakeLock lock = LakeLock.tryTake(workspace.state())
                .orElseThrow(() -> new LakeInUseException(
                        "The lake is in use: stop it with ./laguna down, then reset it. Nothing was deleted."));
        try (lock) {
            deleteInside(workspace.zones(), KEPT);
            deleteInside(workspace.state(), Set.of("lock"));
        }
    }

    private static void deleteInside(Path folder, Set<String> kept) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path entry : entries.toList()) {
                if (!kept.contains(entry.getFileName().toString())) {
                    Tree.delete(entry);
                }
            }
        }
    }
}
