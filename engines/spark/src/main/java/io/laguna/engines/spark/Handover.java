package io.laguna.engines.spark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.List;
import java.util.Optional;

/**
 * The folder in which a driver that is ready is given its job.
 *
 * <p>The driver makes {@code ready}; whoever started it then renames a file to {@code job}, whose words are separated by
 * NUL. The driver takes it by renaming it to {@code taken}, the other takes it back by renaming it to something else:
 * one of the two renames fails, so that a job is run once, whatever dies when.
 */
record Handover(Path folder) {
    /** Says that this driver is ready and sleeps until a job is there; empty when the folder is taken away. */
    Optional<List<String>> await() throws IOException, InterruptedException {
        try (WatchService changes = folder.getFileSystem().newWatchService()) {
            WatchKey key = folder.register(changes, StandardWatchEventKinds.ENTRY_CREATE);
            Files.createFile(folder.resolve("ready"));
            while (key.isValid()) {
                Optional<List<String>> job = take();
                if (job.isPresent()) {
                    return job;
                }
                WatchKey changed = changes.take();
                changed.pollEvents();
                changed.reset();
            }
            return Optional.empty();
        } catch (ClosedWatchServiceException e) {
            return Optional.empty();
        }
    }

    private Optional<List<String>> take() throws IOException {
        Path taken = folder.resolve("taken");
        try {
            Files.move(folder.resolve("job"), taken, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        String words = Files.readString(taken, StandardCharsets.UTF_8);
        return Optional.of(List.of(words.split("\0", -1)));
    }
}
