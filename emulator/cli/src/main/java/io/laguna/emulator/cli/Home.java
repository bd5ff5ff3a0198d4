package io.laguna.emulator.cli;

import io.laguna.engines.process.Workspace;
import java.nio.file.Path;
import java.util.Optional;

/** The folder in which {@code ./laguna} lies, and the lake on which it works. */
final class Home {
    private Home() {}

    /** Returns the workspace. The lake lies beside the launcher, or where LAGUNA_LAKE says. */
    static Workspace workspace() {
        Path home = Path.of(System.getProperty("laguna.home", "."));
        Path lake =
                Optional.ofNullable(System.getenv("LAGUNA_LAKE")).map(Path::of).orElse(home);
        return Workspace.of(home, lake);
    }
}
