package io.laguna.emulator.s3.store.version;

import io.laguna.emulator.s3.store.layout.BucketFolder;
import io.laguna.emulator.s3.store.layout.KeyPath;
import io.laguna.emulator.s3.store.object.BeforeDelete;
import io.laguna.emulator.s3.store.object.Deleted;
import io.laguna.emulator.s3.store.object.Version;
import io.laguna.emulator.s3.store.object.Versioning;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Takes objects and versions away, or marks keys as deleted. */
final class Deletes {
    private final Commits commits;
    private final Folders folders;
    private final CurrentFile current;
    private final Archive archive;
    private final KeyVersions versions;
    private final VersionIds ids;

    Deletes(
            Commits commits,
            Folders folders,
            CurrentFile current,
            Archive archive,
            KeyVersions versions,
            VersionIds ids) {
        this.commits = commits;
        this.folders = folders;
        this.current = current;
        this.archive = archive;
        this.versions = versions;
        this.ids = ids;
    }

    Deleted delete(String bucketName, KeyPath key, Optional<String> id, BeforeDelete check) {
        return commits.changing(bucketName, key, false, bucket -> {
            Optional<Held> target = versions.find(bucket, key, id);
            check.check(target.map(Held::version));
            if (id.isPresent()) {
                target.ifPresent(held -> remove(bucket, key, held));
                return new Deleted(id, target.filter(Held::isMarker).isPresent(), target.isPresent(), ids.next(0));
            }
            return delete(bucket, key, target);
        });
    }

    /** The key's folders where nothing is any more go too. */
    void prune(BucketFolder bucket, KeyPath key) {
        folders.prune(bucket, key, key.folder(bucket.root()).resolve("any"));
        Path escaped = key.escapedFile(bucket.root());
        if (key.escapedFile().size() > 1) {
            folders.prune(bucket, key, escaped);
        }
    }

    private Deleted delete(BucketFolder bucket, KeyPath key, Optional<Held> latest) {
        Optional<Held> before = latest.filter(held -> !held.isMarker());
        if (!bucket.isVersioned()) {
            before.ifPresent(held -> current.remove(bucket, key));
            long gone = ids.next(before.map(Held::order).orElse(0L));
            return new Deleted(Optional.empty(), false, before.isPresent(), gone);
        }
        boolean enabled = bucket.state().versioning() == Versioning.ENABLED;
        long order = ids.next(latest.map(Held::order).orElse(0L));
        String id = enabled ? ids.id(order) : Version.NULL;
        before.filter(held -> enabled || !held.isNull()).ifPresent(held -> archive.keep(bucket, key, held));
        archive.mark(bucket, key, id, order);
        before.ifPresent(held -> current.remove(bucket, key));
        if (!enabled) {
            archive.remove(bucket, key, Version.NULL, false);
        }
        return new Deleted(Optional.of(id), true, true, order);
    }

    /** Removes one version for good. When it was the latest, the next one is, if that is an object. */
    private void remove(BucketFolder bucket, KeyPath key, Held target) {
        Optional<Held> now = current.find(bucket, key);
        String id = target.version().versionId();
        boolean isCurrent =
                now.filter(held -> held.version().versionId().equals(id)).isPresent();
        List<Held> older = archive.entries(bucket, key, now);
        if (isCurrent) {
            Optional<Held> next = older.stream().findFirst().filter(held -> !held.isMarker());
            next.ifPresentOrElse(held -> current.replace(bucket, key, held.file()), () -> current.remove(bucket, key));
        } else if (now.isEmpty() && target.isMarker() && older.size() > 1 && isFirst(older, target)) {
            Held next = older.get(1);
            if (!next.isMarker()) {
                current.replace(bucket, key, next.file());
            }
        }
        archive.remove(bucket, key, id, target.isMarker());
    }

    private static boolean isFirst(List<Held> versions, Held version) {
        return versions.get(0).version().equals(version.version());
    }
}
