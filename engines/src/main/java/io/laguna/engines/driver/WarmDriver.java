package io.laguna.engines.driver;

import io.laguna.engines.process.ChildProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/**
 * A JVM that gets ready, or is ready, to be the driver of one job. The JVM's side of the handover is
 * {@code io.laguna.engines.spark.Handover}.
 */
final class WarmDriver {
    private final ChildProcess process;
    private final Scratch scratch;
    private final String region;

    private WarmDriver(ChildProcess process, Scratch scratch, String region) {
        this.process = process;
        this.scratch = scratch;
        this.region = region;
    }

    static WarmDriver prepare(DriverJvm jvm, MemorySize memory, int rounds, boolean catalog, String region) {
        Scratch scratch = Scratch.make(jvm.workspace());
        try {
            Files.createDirectories(scratch.handover());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make " + scratch.handover(), e);
        }
        ChildProcess process = jvm.prepare(memory, rounds, catalog, region, scratch, output(scratch), error(scratch));
        return new WarmDriver(process, scratch, region);
    }

    ChildProcess process() {
        return process;
    }

    Scratch scratch() {
        return scratch;
    }

    /** Tells whether the environment of this JVM names the region that a job wants. */
    boolean isIn(String wanted) {
        return region.equals(wanted);
    }

    boolean isReady() {
        return process.isRunning() && Files.exists(scratch.handover().resolve("ready"));
    }

    /**
     * Gives the JVM the job. Before the job can be taken, the JVM's outputs are emptied and become the run's files, and
     * its working folder becomes the job's.
     */
    void handOver(List<String> words, Optional<Path> workingFolder, Optional<Path> home, Path output, Path error)
            throws IOException {
        Files.createSymbolicLink(scratch.home(), home.orElse(scratch.work()).toAbsolutePath());
        become(output(scratch), output);
        become(error(scratch), error);
        if (workingFolder.isPresent()) {
            work(workingFolder.get());
        }
        Path written = scratch.handover().resolve("written");
        Files.writeString(written, String.join("\0", words));
        Files.move(written, scratch.handover().resolve("job"), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Takes the job back, unless the JVM has taken it; tells whether it is back. */
    boolean withdraw() {
        Path withdrawn = scratch.handover().resolve("withdrawn");
        try {
            Files.move(scratch.handover().resolve("job"), withdrawn, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            return Files.exists(withdrawn);
        }
        return true;
    }

    /**
     * Turns the folder in which the JVM works into the job's: a process stays in a folder that is renamed. A link
     * stands in the old place, whose path the JVM has kept as a text.
     */
    private void work(Path folder) throws IOException {
        Files.createDirectories(folder.toAbsolutePath().getParent());
        Files.move(scratch.work(), folder, StandardCopyOption.ATOMIC_MOVE);
        Files.createSymbolicLink(scratch.work(), folder.toAbsolutePath());
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
