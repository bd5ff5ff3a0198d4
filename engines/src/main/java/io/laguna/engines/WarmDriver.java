package io.laguna.engines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * A JVM that gets ready, or is ready, to be the driver of one job. The other side of the handover is
 * {@code io.laguna.engines.spark.Handover}.
 */
final class WarmDriver {
    private final ChildProcess process;
    private final Scratch scratch;

    private WarmDriver(ChildProcess process, Scratch scratch) {
        this.process = process;
        this.scratch = scratch;
    }

    static WarmDriver prepare(DriverJvm jvm, MemorySize memory, int rounds, boolean catalog) {
        Scratch scratch = Scratch.make(jvm.workspace());
        try {
            Files.createDirectories(scratch.handover());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make " + scratch.handover(), e);
        }
        ChildProcess process = jvm.prepare(memory, rounds, catalog, scratch, output(scratch), error(scratch));
        return new WarmDriver(process, scratch);
    }

    ChildProcess process() {
        return process;
    }

    Scratch scratch() {
        return scratch;
    }

    boolean isReady() {
        return process.isRunning() && Files.exists(scratch.handover().resolve("ready"));
    }

    /** Gives it the job: its outputs, emptied, become the run's files before the job is there to be taken. */
    void handOver(List<String> words, Path output, Path error) throws IOException {
        become(output(scratch), output);
        become(error(scratch), error);
        Path written = scratch.handover().resolve("written");
        Files.writeString(written, String.join("\0", words));
        Files.move(written, scratch.handover().resolve("job"), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Takes the job back, unless the JVM has taken it; says whether it is back. */
    boolean withdraw() {
        Path withdrawn = scratch.handover().resolve("withdrawn");
        try {
            Files.move(scratch.handover().resolve("job"), withdrawn, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            return Files.exists(withdrawn);
        }
        return true;
    }

    private static void become(Path from, Path to) throws IOException {
        try (FileChannel channel = FileChannel.open(from, StandardOpenOption.WRITE)) {
            channel.truncate(0);
        }
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Path output(Scratch scratch) {
        return scratch.folder().resolve("stdout");
    }

    private static Path error(Scratch scratch) {
        return scratch.folder().resolve("stderr");
    }
}
