package io.laguna.tests;

import static org.awaitility.Awaitility.await;

import io.laguna.emulator.lake.LakeAddresses;
import io.laguna.emulator.lake.LakeClients;
import io.laguna.tests.LagunaCommand.Running;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.function.ToIntFunction;

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

    /**
     * Lets writers write, each in a thread of its own, kills the lake when so many more of their changes have been
     * acknowledged, and returns when all have noticed.
     */
    <W> void killUnder(List<W> writers, Consumer<W> writing, ToIntFunction<W> acknowledged, int changes)
            throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(writers.size());
        try {
            IntSupplier all = () -> writers.stream().mapToInt(acknowledged).sum();
            int enough = all.getAsInt() + changes;
            List<? extends Future<?>> ends = writers.stream()
                    .map(writer -> threads.submit(() -> writing.accept(writer)))
                    .toList();
            await().atMost(1, TimeUnit.MINUTES)
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> all.getAsInt() >= enough || ends.stream().anyMatch(Future::isDone));
            kill();
            for (Future<?> end : ends) {
                end.get();
            }
        } finally {
            threads.shutdown();
        }
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
