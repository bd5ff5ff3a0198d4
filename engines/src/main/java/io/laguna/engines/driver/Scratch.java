package io.laguna.engines.driver;

import io.laguna.engines.process.Tree;
import io.laguna.engines.process.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * The folder of what one JVM writes beside its results: temporary files, shuffles, the event log while it runs, files of
 * its working folder.
 *
 * @param folder its name begins with the process that answers for it
 * @param history where event logs are kept
 */
record Scratch(Path folder, Path history) {
    private static final AtomicInteger COUNT = new AtomicInteger();

    static Scratch make(Workspace workspace) {
        Path folder = parent(workspace).resolve(ProcessHandle.current().pid() + "-" + COUNT.incrementAndGet());
        Scratch scratch = new Scratch(folder, history(workspace));
        try {
            Tree.delete(folder);
            Files.createDirectories(scratch.temporary());
            Files.createDirectories(scratch.work());
            Files.createDirectories(scratch.events());
            Files.createDirectories(scratch.history());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make " + folder, e);
        }
        return scratch;
    }

    /** Clears what killed processes have left; their event logs are kept. */
    static void sweep(Workspace workspace) {
        for (Path folder : list(parent(workspace))) {
            String process = folder.getFileName().toString().replaceFirst("-\\d+$", "");
            if (process.matches("\\d+")
                    && ProcessHandle.of(Long.parseLong(process))
                            .filter(ProcessHandle::isAlive)
                            .isEmpty()) {
                new Scratch(folder, history(workspace)).clear();
            }
        }
    }

    /** Returns {@code .laguna/spark-events}, which Spark's history server reads. */
    static Path history(Workspace workspace) {
        return workspace.state().resolve("spark-events");
    }

    private static Path parent(Workspace workspace) {
        return workspace.state().resolve("spark");
    }

    Path temporary() {
        return folder.resolve("tmp");
    }

    /** Returns the working folder of a JVM whose job has no other. */
    Path work() {
        return folder.resolve("work");
    }

    /** Returns the place of a link to the home that a JVM which is ready has once it has its job. */
    Path home() {
        return folder.resolve("home");
    }

    Path events() {
        return folder.resolve("events");
    }

    /** Returns the folder in which a JVM that is ready is given its job. */
    Path handover() {
        return folder.resolve("handover");
    }

    /** Returns the id under which Spark keeps the application: its event log's name. */
    Optional<String> applicationId() {
        return list(events()).stream()
                .map(file -> file.getFileName().toString().replaceFirst("\\.inprogress$", ""))
                .filter(name -> !name.startsWith("."))
                .findFirst();
    }

    /**
     * Moves the event logs to the others and deletes the rest. The next start sweeps files that cannot be deleted now.
     */
    void clear() {
        try {
            Files.createDirectories(history);
            for (Path log : list(events())) {
                if (!log.getFileName().toString().startsWith(".")) {
                    Files.move(log, history.resolve(log.getFileName()), StandardCopyOption.REPLACE_EXISTING);
                }
            }
            Tree.delete(folder);
        } catch (IOException | UncheckedIOException e) {
            // A process that is being killed may still write there.
        }
    }

    private static List<Path> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
