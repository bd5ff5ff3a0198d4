package io.laguna.emulator.s3.store.version;

import io.laguna.emulator.s3.store.layout.BucketFolder;
import io.laguna.emulator.s3.store.layout.KeyPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The versions of a key, the current one and older ones. All of it is called with the key's lock. */
public final class KeyVersions {
    private final CurrentFile current;
    private final Archive archive;

    KeyVersions(CurrentFile current, Archive archive) {
        this.current = current;
        this.archive = archive;
    }

    /** The latest version, or the one that is named. */
    Optional<Held> find(BucketFolder bucket, KeyPath key, Optional<String> id) {
        return id.isEmpty() ? latest(bucket, key) : version(bucket, key, id.get());
    }

    /** Returns what is current, or the mark that nothing is. */
    Optional<Held> latest(BucketFolder bucket, KeyPath key) {
        Optional<Held> now = current.find(bucket, key);
        return now.isPresent() || !bucket.isVersioned()
                ? now
                : archive.entries(bucket, key, now).stream().findFirst().filter(Held::isMarker);
    }

    /** Returns all versions, the newest first. */
    public List<Held> all(BucketFolder bucket, KeyPath key, Optional<Held> now) {
        List<Held> versions = new ArrayList<>(archive.entries(bucket, key, now));
        now.ifPresent(held -> versions.add(0, held));
        return versions;
    }

    private Optional<Held> version(BucketFolder bucket, KeyPath key, String id) {
        Optional<Held> now = current.find(bucket, key);
        return now.filter(held -> held.version().versionId().equals(id))
                .or(() -> archive.entries(bucket, key, now).stream()
                        .filter(held -> held.version().versionId().equals(id))
                        .findFirst());
    }
}
