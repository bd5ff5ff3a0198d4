package io.laguna.emulator.s3.store.version;

import io.laguna.emulator.s3.store.layout.Bounds;
import io.laguna.emulator.s3.store.layout.BucketFolder;
import io.laguna.emulator.s3.store.layout.Failed;
import io.laguna.emulator.s3.store.layout.FileStat;
import io.laguna.emulator.s3.store.layout.KeyLocks;
import io.laguna.emulator.s3.store.layout.KeyPath;
import io.laguna.emulator.s3.store.record.Records;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * The folders that keys are in: made when an object comes, removed when the last one goes.
 *
 * <p>When a folder is to be where an object's file is, {@code a/b} beside {@code a}, the file moves to its escaped name.
 */
final class Folders {
    private final KeyLocks locks;
    private final Records records;

    Folders(KeyLocks locks, Records records) {
        this.locks = locks;
        this.records = records;
    }

    /** Makes the folders of a key's file. No lock may be held: a file in the way is moved under its own. */
    void make(BucketFolder bucket, KeyPath key, Path folder) {
        try {
            make(bucket, folder, key);
        } catch (IOException e) {
            throw Failed.because("make the folder", folder, e);
        }
    }

    /** Removes the folders of a key that are empty now, up to the bucket's. No lock may be held. */
    void prune(BucketFolder bucket, KeyPath key, Path file) {
        Path there = file.getParent();
        String prefix = parent(key.key() + "x");
        while (!there.equals(bucket.root())) {
            Path folder = KeyPath.resolve(bucket.root(), KeyPath.folders(prefix));
            boolean removed;
            if (there.equals(folder)) {
                removed = locks.writing(
                        bucket, prefix, () -> records.readFolder(folder).isEmpty() && removeEmpty(folder));
                prefix = parent(prefix);
            } else {
                removed = removeEmpty(there);
            }
            if (!removed) {
                return;
            }
            there = there.getParent();
        }
    }

    /** Removes empty folders up to another, which stays. */
    static void pruneUpTo(Path top, Path folder) {
        for (Path there = folder; !there.equals(top) && removeEmpty(there); there = there.getParent()) {
            // Its parent is next.
        }
    }

    private void make(BucketFolder bucket, Path folder, KeyPath key) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        try {
            Files.createDirectory(folder);
        } catch (FileAlreadyExistsException e) {
            Bounds.checkExists(bucket, folder);
            if (!Files.isDirectory(folder)) {
                moveAside(bucket, folder, key);
                make(bucket, folder, key);
            }
        } catch (FileSystemException e) {
            if (folder.getParent().equals(bucket.root()) || isFolder(folder.getParent(), e)) {
                throw e;
            }
            make(bucket, folder.getParent(), key);
            make(bucket, folder, key);
        }
    }

    /** The folder may have come since, then the reason is another one than that it is missing. */
    private static boolean isFolder(Path parent, FileSystemException failure) {
        return !(failure instanceof NoSuchFileException) && Files.isDirectory(parent);
    }

    private void moveAside(BucketFolder bucket, Path file, KeyPath key) throws IOException {
        for (int slash = key.key().indexOf('/'); slash >= 0; slash = key.key().indexOf('/', slash + 1)) {
            if (slash > 0) {
                KeyPath blocking = KeyPath.of(key.key().substring(0, slash));
                if (!blocking.isFolder()
                        && blocking.file(bucket.root()).filter(file::equals).isPresent()) {
                    Path aside = blocking.escapedFile(bucket.root());
                    make(bucket, aside.getParent(), blocking);
                    if (locks.writing(bucket, blocking.key(), () -> move(file, aside))) {
                        return;
                    }
                }
            }
        }
        throw new FileAlreadyExistsException(file.toString());
    }

    /** Returns whether nothing is in the way any more. */
    private static boolean move(Path file, Path aside) {
        try {
            boolean object = Files.isRegularFile(file);
            if (object) {
                Files.move(file, aside, StandardCopyOption.ATOMIC_MOVE);
            }
            return object || Files.isDirectory(file) || FileStat.ofLink(file).isEmpty();
        } catch (NoSuchFileException e) {
            return true;
        } catch (IOException e) {
            throw Failed.because("make room for a folder at", file, e);
        }
    }

    /** Says that a folder is not empty without an exception. */
    private static boolean removeEmpty(Path folder) {
        Optional<FileStat> stat = FileStat.ofLink(folder);
        return stat.isEmpty() || (stat.get().isFolder() && folder.toFile().delete());
    }

    /** {@code a/b/} for {@code a/b/c} and {@code a/b/c/}. */
    private static String parent(String prefix) {
        return prefix.substring(0, prefix.lastIndexOf('/', prefix.length() - 2) + 1);
    }
}
