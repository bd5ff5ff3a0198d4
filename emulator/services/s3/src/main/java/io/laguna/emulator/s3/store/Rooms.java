package io.laguna.emulator.s3.store;

/** The parts of a store that its public faces share. */
record Rooms(
        BucketFolders buckets,
        KeyLocks locks,
        Records records,
        CurrentFile current,
        Archive archive,
        KeyVersions versions,
        Commits commits,
        Deletes deletes,
        Events events) {
    static Rooms of(BucketFolders buckets, Attributes attributes, Events events) {
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
