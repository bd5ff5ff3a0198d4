package io.laguna.tests;

import io.laguna.emulator.lake.LakeAddresses;
import io.laguna.emulator.lake.LakeClients;
import io.laguna.tests.LagunaCommand.Running;
import java.nio.file.Path;
import java.util.Optional;

/** A lake in a process of its own, which a test kills and starts again. A lake left running would outlive the tests. */
final class KilledLake implements AutoCloseable {
    private final Path folder;
    private Optional<Running> running = Optional.empty();

    /** Creates a lake that has not been started. */
    KilledLake(Path folder) {
        this.folder = folder;
    }

    void start() {
        running = Optional.of(new LagunaCommand(folder).up());
    }

    ProcessHandle process() {
        return running.orElseThrow().process().toHandle();
    }

    /**
     * Kills the lake as {@code kill -9} does, and returns when the process is gone; its children may not be gone yet.
     */
    void kill() throws InterruptedException {
        running.orElseThrow().process().destroyForcibly().waitFor();
    }

    LakeAddresses addresses() {
        return LakeAddresses.of(state()).orElseThrow();
    }

    LakeClients clients() {
        return LakeClients.of(addresses().endpoint(), state());
    }

    /** Returns the folder of the lake's state. */
    Path state() {
        return folder.resolve(".laguna");
    }

    @Override
    public void close() {
        running.ifPresent(laguna -> {
            laguna.process().destroy();
            laguna.await();
        });
    }
}
