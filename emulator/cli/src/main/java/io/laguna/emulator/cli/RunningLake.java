package io.laguna.emulator.cli;

import io.laguna.emulator.lake.LakeAddresses;
import io.laguna.engines.process.Workspace;
import java.util.Optional;

/** The lake that another process keeps up in this workspace. */
final class RunningLake {
    private RunningLake() {}

    /**
     * Finds the addresses of the lake that is up. Addresses of a process that has died do not count, not even when this
     * process has got its id.
     */
    static Optional<LakeAddresses> find(Workspace workspace) {
        return LakeAddresses.of(workspace.state())
                .filter(found -> found.processId() != ProcessHandle.current().pid())
                .filter(found -> process(found).isPresent());
    }

    static Optional<ProcessHandle> process(LakeAddresses addresses) {
        return ProcessHandle.of(addresses.processId()).filter(handle -> handle.info()
                .command()
                .map(path -> path.endsWith("java"))
                .orElse(false));
    }
}
