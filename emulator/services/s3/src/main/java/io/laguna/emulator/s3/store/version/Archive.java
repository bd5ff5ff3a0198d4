package io.laguna.emulator.s3.store.version;

import io.laguna.emulator.s3.store.layout.BucketFolder;
import io.laguna.emulator.s3.store.layout.Failed;
import io.laguna.emulator.s3.store.layout.FileStat;
import io.laguna.emulator.s3.store.layout.KeyPath;
import io.laguna.emulator.s3.store.layout.TextFile;
import io.laguna.emulator.s3.store.layout.TextRecord;
import io.laguna.emulator.s3.store.object.DeleteMarker;
import io.laguna.emulator.s3.store.record.ObjectRecord;
import io.laguna.emulator.s3.store.record.Records;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The versions of keys that are not current: a folder for each key, where a file's name is the version's id. A delete
 * marker is a text that ends in {@code .deleted}. All of it is called with the key's lock.
 */
public final class Archive {
    private static final String DELETED = ".deleted";
    private static final Comparator<Held> NEWEST_FIRST =
            Comparator.comparingLong(Held::order).reversed();
    private static final int TRIES = 100;

    private final Records records;

    Archive(Records records) {
        this.records = records;
    }

    public static Path root(BucketFolder bucket) {
        return bucket.state("versions");
    }

    /**
     * The newest first, but for what a process that died has left: the current version itself, and what is newer than it.
     */
    List<Held> entries(BucketFolder bucket, KeyPath key, Optional<Held> current) {
        List<Held> found = new ArrayList<>();
        Path folder = folder(bucket, key);
        if (!Files.isDirectory(folder)) {
            return found;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                held(bucket, key, file)
                        .filter(version -> isOlder(version, current))
                        .ifPresent(found::add);
            }
        } catch (IOException e) {
            throw Failed.because("list", folder, e);
        }
        found.sort(NEWEST_FIRST);
        boolean[] hasNull = new boolean[1];
        found.removeIf(version -> {
            boolean second = version.isNull() && hasNull[0];
            hasNull[0] |= version.isNull();
            return second;
        });
        return found;
    }

    /** Keeps the current version, which stays where it is, too. */
    void keep(BucketFolder bucket, KeyPath key, Held current) {
        Path target = folder(bucket, key).resolve(current.version().versionId());
        if (!current.isNull() && Files.exists(target)) {
            return;
        }
        Path copy = copy(bucket, current);
        put(bucket, copy, target);
        try {
            // Nothing happens when both are names of one file.
            Files.deleteIfExists(copy);
        } catch (IOException e) {
            throw Failed.because("delete", copy, e);
        }
    }

    /** A file of its own, or another name, for what a version is. */
    Path copy(BucketFolder bucket, Held version) {
        Path copy = bucket.temporary();
        ObjectRecord record = version.record().orElseThrow();
        try {
            bucket.makeState(copy.getParent());
            if (version.folder()) {
                Files.createFile(copy);
                Files.setLastModifiedTime(copy, FileTime.from(record.modified(), TimeUnit.NANOSECONDS));
                records.write(bucket, copy, record);
            } else if (Files.isSymbolicLink(version.file()) || !link(copy, version.file())) {
                Files.copy(version.file(), copy, StandardCopyOption.COPY_ATTRIBUTES);
                records.write(bucket, copy, record);
            }
            return copy;
        } catch (IOException e) {
            throw Failed.because("keep", version.file(), e);
        }
    }

    void mark(BucketFolder bucket, KeyPath key, String id, long order) {
        Path target = folder(bucket, key).resolve(id + DELETED);
        Path text = bucket.temporary();
        TextFile.write(
                bucket,
                text,
                new TextRecord()
                        .put("key", key.key())
                        .put("order", Long.toString(order))
                        .toString());
        put(bucket, text, target);
    }

    /** Removes a version, which may be there or not. */
    void remove(BucketFolder bucket, KeyPath key, String id, boolean marker) {
        Path file = folder(bucket, key).resolve(marker ? id + DELETED : id);
        Optional<FileStat> before = records.lastOf(bucket, file);
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw Failed.because("delete", file, e);
        }
        before.ifPresent(stat -> records.forget(bucket, stat));
        prune(bucket, key);
    }

    /** Removes the folders of a key that has no older versions any more. */
    void prune(BucketFolder bucket, KeyPath key) {
        Folders.pruneUpTo(bucket.state(""), folder(bucket, key));
    }

    static Path folder(BucketFolder bucket, KeyPath key) {
        return KeyPath.resolve(KeyPath.resolve(root(bucket), key.folders()), key.escapedFile());
    }

    private Optional<Held> held(BucketFolder bucket, KeyPath key, Path file) {
        String name = file.getFileName().toString();
        if (name.endsWith(DELETED)) {
            String id = name.substring(0, name.length() - DELETED.length());
            return FileStat.of(file).flatMap(stat -> TextFile.read(file)
                    .map(text -> Held.marker(
                            new DeleteMarker(
                                    key.key(),
                                    id,
                                    Instant.ofEpochMilli(TimeUnit.NANOSECONDS.toMillis(stat.modified()))),
                            TextRecord.parse(text).number("order", 0),
                            file)));
        }
        return FileStat.of(file)
                .filter(FileStat::isFile)
                .flatMap(stat -> records.read(bucket, file, stat))
                .map(record -> record.version(name, VersionIds.order(name).orElse(record.order())))
                .map(record -> Held.object(key.key(), record, file, false));
    }

    private static boolean isOlder(Held version, Optional<Held> current) {
        return current.isEmpty()
                || (!version.version()
                                .versionId()
                                .equals(current.get().version().versionId())
                        && (current.get().order() == 0
                                || version.order() < current.get().order()));
    }

    private static boolean link(Path name, Path file) throws IOException {
        try {
            Files.createLink(name, file);
            return true;
        } catch (NoSuchFileException e) {
            throw e;
        } catch (FileSystemException | UnsupportedOperationException e) {
            return false;
        }
    }

    /** Again when the folder that was made is removed because it was empty. */
    private static void put(BucketFolder bucket, Path file, Path target) {
        try {
            for (int tried = 1; ; tried++) {
                try {
                    Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
                    return;
                } catch (NoSuchFileException e) {
                    if (tried == TRIES) {
                        throw e;
                    }
                    bucket.makeState(target.getParent());
                }
            }
        } catch (IOException e) {
            throw Failed.because("write", target, e);
        }
    }
}
