package io.laguna.tests;

import io.laguna.emulator.lake.LakeAddresses;
import io.laguna.emulator.lake.LakeClients;
import io.laguna.tests.LagunaCommand.Running;
import java.nio.file.Path;
import java.util.Optional;

/** A lake in a process of its own, which a test kills and starts again. Left running it would outlive the tests. */
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

    /** As {@code kill -9} does it. Returns when the process is gone; its children may not be yet. */
    void kill() throws InterruptedException {
        running.orElseThrow().process().destroyForcibly().waitFor();
    }

    LakeAddresses addresses() {
        return LakeAddresses.of(state()).orElseThrow();
    }

    LakeClients clients() {
        return LakeClients.of(addresses().endpoint(), state());
    }

    /** Returns where the lake keeps what it knows. */
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
