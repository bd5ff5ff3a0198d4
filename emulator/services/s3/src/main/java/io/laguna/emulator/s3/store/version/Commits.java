package io.laguna.emulator.s3.store.version;

import io.laguna.emulator.s3.store.layout.Bounds;
import io.laguna.emulator.s3.store.layout.BucketFolder;
import io.laguna.emulator.s3.store.layout.BucketFolders;
import io.laguna.emulator.s3.store.layout.FolderGoneException;
import io.laguna.emulator.s3.store.layout.KeyLocks;
import io.laguna.emulator.s3.store.layout.KeyPath;
import io.laguna.emulator.s3.store.object.BeforeCommit;
import io.laguna.emulator.s3.store.object.Version;
import io.laguna.emulator.s3.store.object.Written;
import io.laguna.emulator.s3.store.record.ObjectRecord;
import io.laguna.emulator.s3.store.record.Records;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/** The commit of new objects: one step before which an object is not there, and after which it is. */
final class Commits {
    private static final int TRIES = 100;

    private final BucketFolders buckets;
    private final KeyLocks locks;
    private final Records records;
    private final Folders folders;
    private final CurrentFile current;
    private final Archive archive;
    private final KeyVersions versions;
    private final VersionIds ids;

    Commits(
            BucketFolders buckets,
            KeyLocks locks,
            Records records,
            Folders folders,
            CurrentFile current,
            Archive archive,
            KeyVersions versions,
            VersionIds ids) {
        this.buckets = buckets;
        this.locks = locks;
        this.records = records;
        this.folders = folders;
        this.current = current;
        this.archive = archive;
        this.versions = versions;
        this.ids = ids;
    }

    /** Makes a temporary file the object. */
    ObjectRecord put(
            String bucketName, KeyPath key, Path file, ObjectRecord record, Written written, BeforeCommit check) {
        return changing(bucketName, key, true, bucket -> {
            boolean looks = check.looksAtCurrent() || bucket.isVersioned();
            Optional<Held> before = looks ? versions.latest(bucket, key) : Optional.empty();
            check.check(written, before.map(Held::version));
            return put(bucket, key, file, record, before);
        });
    }

    /**
     * Holds the key's lock, and the bucket's, for a change, which is tried again when the key's folder goes before it is
     * done.
     *
     * @param comes whether the key's folder must be there
     */
    <T> T changing(String bucketName, KeyPath key, boolean comes, Function<BucketFolder, T> change) {
        for (int tried = 1; ; tried++) {
            try {
                boolean make = comes || tried > 1;
                return KeyLocks.holding(buckets.lock(bucketName).readLock(), () -> {
                    BucketFolder bucket = buckets.get(bucketName);
                    if (make) {
                        Bounds.check(bucket, key.folders());
                        folders.make(bucket, key, key.folder(bucket.root()));
                    }
                    return locks.writing(bucket, key.key(), () -> change.apply(bucket));
                });
            } catch (FolderGoneException e) {
                if (tried == TRIES) {
                    throw e.failure();
                }
            }
        }
    }

    /** Keeps another record of a version. */
    ObjectRecord update(BucketFolder bucket, KeyPath key, Held held, ObjectRecord record) {
        if (!held.folder()) {
            return records.write(bucket, held.file(), record);
        }
        if (!current.replaceByFolder(bucket, key, record)) {
            Held changed = Held.object(key.key(), record, held.file(), true);
            current.replace(bucket, key, archive.copy(bucket, changed));
        }
        return record;
    }

    /** Returns the record of a version that was changed by hand, as the latest change of its key. */
    ObjectRecord adopted(Held held) {
        ObjectRecord record = held.record().orElseThrow();
        return record.version(record.versionId(), ids.next(held.order()));
    }

    private ObjectRecord put(BucketFolder bucket, KeyPath key, Path file, ObjectRecord record, Optional<Held> latest) {
        Optional<Held> before = latest.filter(held -> !held.isMarker());
        long order = ids.next(latest.map(Held::order).orElse(0L));
        switch (bucket.state().versioning()) {
            case UNVERSIONED -> {
                return replace(bucket, key, file, record.version(Version.NULL, order));
            }
            case ENABLED -> {
                before.ifPresent(held -> archive.keep(bucket, key, held));
                return replace(bucket, key, file, record.version(ids.id(order), order));
            }
            case SUSPENDED -> {
                before.filter(held -> !held.isNull()).ifPresent(held -> archive.keep(bucket, key, held));
                ObjectRecord replaced = replace(bucket, key, file, record.version(Version.NULL, order));
                removeNull(bucket, key);
                return replaced;
            }
        }
        throw new IllegalStateException(bucket.state().versioning().name());
    }

    /** The version {@code null} is what was written last. */
    void removeNull(BucketFolder bucket, KeyPath key) {
        archive.remove(bucket, key, Version.NULL, false);
        archive.remove(bucket, key, Version.NULL, true);
    }

    private ObjectRecord replace(BucketFolder bucket, KeyPath key, Path file, ObjectRecord record) {
        ObjectRecord written = records.write(bucket, file, record);
        boolean replaced = key.isFolder()
                && written.size() == 0
                && !bucket.isVersioned()
                && current.replaceByFolder(bucket, key, written);
        if (!replaced) {
            current.replace(bucket, key, file);
        }
        return written;
    }
}
