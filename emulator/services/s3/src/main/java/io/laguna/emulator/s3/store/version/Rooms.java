package io.laguna.emulator.s3.store.version;

import io.laguna.emulator.s3.store.layout.Attributes;
import io.laguna.emulator.s3.store.layout.BucketFolders;
import io.laguna.emulator.s3.store.layout.KeyLocks;
import io.laguna.emulator.s3.store.record.Records;

/** The parts of a store that its public faces share. */
public record Rooms(
        BucketFolders buckets,
        KeyLocks locks,
        Records records,
        CurrentFile current,
        Archive archive,
        KeyVersions versions,
        Commits commits,
        Deletes deletes,
        Events events) {
    public static Rooms of(BucketFolders buckets, Attributes attributes, Events events) {
        KeyLocks locks = new KeyLocks();
        Records records = new Records(attributes);
        Folders folders = new Folders(locks, records);
        CurrentFile current = new CurrentFile(records);
        Archive archive = new Archive(records);
        KeyVersions versions = new KeyVersions(current, archive);
        VersionIds ids = new VersionIds();
        Commits commits = new Commits(buckets, locks, records, folders, current, archive, versions, ids);
        Deletes deletes = new Deletes(commits, folders, current, archive, versions, ids);
        return new Rooms(buckets, locks, records, current, archive, versions, commits, deletes, events);
    }
}
