package io.laguna.emulator.s3.store.listing;

import io.laguna.emulator.s3.store.layout.BucketFolder;
import io.laguna.emulator.s3.store.layout.KeyPath;
import io.laguna.emulator.s3.store.object.StoredObject;
import io.laguna.emulator.s3.store.version.Held;
import io.laguna.emulator.s3.store.version.Rooms;
import io.laguna.emulator.s3.store.version.VersionIds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Keys and versions of a bucket, page by page.
 *
 * <p>A listing that meets a symbolic link out of its bucket, or would have to follow one back to a folder that the link is
 * in, fails with {@code LEAVES_BUCKET}: one that left it out would not be whole, and would not say so. With a delimiter a
 * link back is a common prefix as other folders are, because nobody has to know all that is in it.
 */
public final class Listings {
    private final Rooms rooms;
    private final FolderIndexes indexes = new FolderIndexes();

    public Listings(Rooms rooms) {
        this.rooms = rooms;
    }

    /** Objects that are there now. */
    public ListPage list(ListRequest request) {
        BucketFolder bucket = rooms.buckets().get(request.bucket());
        KeyTree tree = KeyTree.objects(bucket, indexes, rooms.records());
        KeyWalk walk = new KeyWalk(tree, request.prefix(), request.after(), false);
        Rollup rollup = new Rollup(request.prefix(), request.delimiter(), request.after());
        List<Listed<StoredObject>> found = new ArrayList<>();
        while (request.max() > 0 && found.size() <= request.max()) {
            Optional<KeyWalk.Step> step = walk.next(text -> rollup.of(text).isPresent());
            if (step.isEmpty()) {
                break;
            }
            Optional<String> rolled = rollup.of(step.get().text());
            if (rolled.isPresent()) {
                rollup.news(rolled.get()).ifPresent(prefix -> found.add(Listed.prefix(prefix)));
                walk.skip(rolled.get());
            } else {
                object(bucket, step.get()).ifPresent(object -> found.add(Listed.of(object.key(), object)));
            }
        }
        Listed.Page<StoredObject> page = Listed.page(found, request.max());
        return new ListPage(page.entries(), page.prefixes(), page.next().map(Listed::text));
    }

    /** Lists all versions and delete markers; on a plain bucket every object is its own version {@code null}. */
    public VersionPage versions(ListVersionsRequest request) {
        BucketFolder bucket = rooms.buckets().get(request.bucket());
        VersionWalk walk = new VersionWalk(
                KeyTree.objects(bucket, indexes, rooms.records()),
                KeyTree.archive(bucket, indexes, rooms.records()),
                request);
        Rollup rollup = new Rollup(request.prefix(), request.delimiter(), request.after());
        List<Listed<ListedVersion>> found = new ArrayList<>();
        while (request.max() > 0 && found.size() <= request.max()) {
            Optional<String> text = walk.next(folder -> rollup.of(folder).isPresent());
            if (text.isEmpty()) {
                break;
            }
            Optional<String> rolled = rollup.of(text.get());
            if (rolled.isPresent()) {
                rollup.news(rolled.get()).ifPresent(prefix -> found.add(Listed.prefix(prefix)));
                walk.skip(rolled.get());
            } else {
                versions(bucket, text.get(), request).forEach(version -> found.add(Listed.of(text.get(), version)));
            }
        }
        Listed.Page<ListedVersion> page = Listed.page(found, request.max());
        return new VersionPage(
                page.entries(),
                page.prefixes(),
                page.next().map(Listed::text),
                page.next().flatMap(Listed::entry).map(entry -> entry.version().versionId()));
    }

    private Optional<StoredObject> object(BucketFolder bucket, KeyWalk.Step step) {
        KeyPath key = KeyPath.of(step.text());
        return rooms.locks()
                .reading(bucket, key.key(), () -> {
                    Optional<Held> held =
                            key.isFolder() ? Optional.empty() : rooms.current().held(bucket, key, step.path());
                    return held.isPresent() ? held : rooms.current().find(bucket, key);
                })
                .flatMap(Held::record)
                .map(record -> record.object(key.key()));
    }

    private List<ListedVersion> versions(BucketFolder bucket, String text, ListVersionsRequest request) {
        KeyPath key = KeyPath.of(text);
        List<ListedVersion> versions = rooms.locks().reading(bucket, text, () -> {
            Optional<Held> now = rooms.current().find(bucket, key);
            List<ListedVersion> all = new ArrayList<>();
            for (Held held : rooms.versions().all(bucket, key, now)) {
                boolean latest = all.isEmpty() && (now.isPresent() || held.isMarker());
                all.add(new ListedVersion(held.version(), latest));
            }
            return all;
        });
        return request.afterVersion().isPresent() && text.equals(request.after())
                ? older(versions, request.afterVersion().get())
                : versions;
    }

    /** Returns the versions below a version, which may have been deleted since. */
    private static List<ListedVersion> older(List<ListedVersion> versions, String id) {
        for (int at = 0; at < versions.size(); at++) {
            String other = versions.get(at).version().versionId();
            if (other.equals(id)) {
                return versions.subList(at + 1, versions.size());
            }
            if (VersionIds.order(id).isPresent() && VersionIds.order(other).isPresent() && other.compareTo(id) < 0) {
                return versions.subList(at, versions.size());
            }
        }
        return List.of();
    }
}
