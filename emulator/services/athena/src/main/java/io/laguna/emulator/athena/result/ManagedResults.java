package io.laguna.emulator.athena.result;

import io.laguna.emulator.kit.Caller;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * The results that Athena keeps itself, for workgroups that name no place in S3: files of a folder that no client sees.
 *
 * @param folder of the files
 * @see <a href="https://docs.aws.amazon.com/athena/latest/ug/managed-results.html">Managed query results</a>
 */
public record ManagedResults(Path folder, Clock clock) {
    /** "Query results are available for 24 hours." */
    private static final Duration KEPT = Duration.ofHours(24);

    private static final String SCHEME = "managed://";

    /** Returns where the results of a caller are, with a slash at its end. No client is told such a place. */
    public static String folderOf(Caller caller) {
        return SCHEME + caller.accountId() + "/";
    }

    /** Tells whether a place is one of these. */
    public static boolean isPlace(String location) {
        return location.startsWith(SCHEME);
    }

    /** Keeps a content at a place, and removes results whose time is over. */
    void put(String location, InputStream content) {
        Path file = file(location);
        try {
            Files.createDirectories(file.getParent());
            removeOld(file.getParent());
            Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
            Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep the result in " + file, e);
        }
    }

    /** Tells whether there is a result at a place, whose time is not over. */
    boolean has(String location) {
        Path file = file(location);
        return Files.exists(file) && !isOld(file);
    }

    InputStream open(String location, long from) throws IOException {
        return Channels.newInputStream(FileChannel.open(file(location)).position(from));
    }

    long size(String location) throws IOException {
        return Files.size(file(location));
    }

    private void removeOld(Path files) throws IOException {
        List<Path> present;
        try (Stream<Path> listing = Files.list(files)) {
            present = listing.toList();
        }
        for (Path file : present) {
            if (isOld(file)) {
                Files.deleteIfExists(file);
            }
        }
    }

    private boolean isOld(Path file) {
        try {
            Instant written = Files.getLastModifiedTime(file).toInstant();
            return written.isBefore(clock.instant().minus(KEPT));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    private Path file(String location) {
        return folder.resolve(location.substring(SCHEME.length()));
    }
}
