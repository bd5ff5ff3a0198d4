package io.laguna.emulator.s3.store.version;

import io.laguna.emulator.s3.store.layout.Bounds;
import io.laguna.emulator.s3.store.layout.BucketFolder;
import io.laguna.emulator.s3.store.layout.Failed;
import io.laguna.emulator.s3.store.layout.FileStat;
import io.laguna.emulator.s3.store.layout.FolderGoneException;
import io.laguna.emulator.s3.store.layout.KeyPath;
import io.laguna.emulator.s3.store.record.ObjectRecord;
import io.laguna.emulator.s3.store.record.Records;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * The file in a bucket's folder that is a key's object now. All of it is called with the key's lock.
 *
 * <p>A key has two names: its own, and the escaped one for when a folder has its own. Where files have both, which is so
 * for a moment of a write and after a process died in it, its own counts. A folder that is an object counts before its
 * escaped file.
 */
public final class CurrentFile {
    private final Records records;

    CurrentFile(Records records) {
        this.records = records;
    }

    public Optional<Held> find(BucketFolder bucket, KeyPath key) {
        Bounds.check(bucket, key.folders());
        if (key.isFolder()) {
            Path folder = key.folder(bucket.root());
            Optional<ObjectRecord> record = records.readFolder(folder);
            if (record.isPresent()) {
                return Optional.of(Held.object(key.key(), record.get(), folder, true));
            }
        }
        return key.file(bucket.root())
                .flatMap(file -> held(bucket, key, file))
                .or(() -> held(bucket, key, key.escapedFile(bucket.root())));
    }

    /** The object of a file that is the key's by its name. */
    public Optional<Held> held(BucketFolder bucket, KeyPath key, Path file) {
        return Bounds.stat(bucket, file)
                .filter(FileStat::isFile)
                .flatMap(stat -> records.read(bucket, file, stat))
                .map(record -> Held.object(key.key(), record, file, false));
    }

    /** Makes a file the object, in one step. */
    void replace(BucketFolder bucket, KeyPath key, Path file) {
        Path escaped = key.escapedFile(bucket.root());
        Optional<Path> own = key.file(bucket.root()).filter(path -> !Files.isDirectory(path));
        if (own.isPresent()) {
            move(bucket, file, own.get());
            delete(bucket, escaped);
        } else {
            makeContinued(key.folder(bucket.root()), escaped.getParent());
            move(bucket, file, escaped);
        }
        if (key.isFolder()) {
            records.removeFolder(key.folder(bucket.root()));
        }
    }

    /** Makes the key's folder itself the object; returns false when the file system cannot. */
    boolean replaceByFolder(BucketFolder bucket, KeyPath key, ObjectRecord record) {
        try {
            if (!records.writeFolder(key.folder(bucket.root()), record)) {
                return false;
            }
        } catch (NoSuchFileException e) {
            throw new FolderGoneException(Failed.because("keep the metadata of", key.folder(bucket.root()), e));
        } catch (IOException e) {
            throw Failed.because("keep the metadata of", key.folder(bucket.root()), e);
        }
        delete(bucket, key.escapedFile(bucket.root()));
        return true;
    }

    /** Removes the object. What counts goes last. */
    void remove(BucketFolder bucket, KeyPath key) {
        delete(bucket, key.escapedFile(bucket.root()));
        if (key.isFolder()) {
            records.removeFolder(key.folder(bucket.root()));
        }
        key.file(bucket.root()).filter(path -> !Files.isDirectory(path)).ifPresent(path -> delete(bucket, path));
    }

    private void move(BucketFolder bucket, Path file, Path target) {
        Optional<FileStat> before = records.lastOf(bucket, target);
        try {
            Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            // What was in the way may not be there any more: only another try can tell.
            throw new FolderGoneException(Failed.because("write", target, e));
        } catch (IOException e) {
            throw Failed.because("write", target, e);
        }
        before.ifPresent(stat -> records.forget(bucket, stat));
    }

    private void delete(BucketFolder bucket, Path file) {
        Optional<FileStat> before = records.lastOf(bucket, file);
        try {
            Files.deleteIfExists(file);
        } catch (FileSystemException e) {
            if (Files.exists(file)) {
                throw Failed.because("delete", file, e);
            }
        } catch (IOException e) {
            throw Failed.because("delete", file, e);
        }
        before.ifPresent(stat -> records.forget(bucket, stat));
    }

    private static void makeContinued(Path folder, Path continued) {
        try {
            if (!continued.equals(folder) && Files.isDirectory(folder)) {
                Files.createDirectories(continued);
            }
        } catch (IOException e) {
            throw new FolderGoneException(Failed.because("make", continued, e));
        }
    }
}
