package io.laguna.emulator.s3.store.version;

import io.laguna.emulator.s3.store.layout.BucketFolder;
import io.laguna.emulator.s3.store.layout.Copies;
import io.laguna.emulator.s3.store.layout.Failed;
import io.laguna.emulator.s3.store.layout.FileStat;
import io.laguna.emulator.s3.store.layout.Incoming;
import io.laguna.emulator.s3.store.layout.KeyPath;
import io.laguna.emulator.s3.store.object.BeforeCommit;
import io.laguna.emulator.s3.store.object.BeforeDelete;
import io.laguna.emulator.s3.store.object.Checksum;
import io.laguna.emulator.s3.store.object.ChecksumAlgorithm;
import io.laguna.emulator.s3.store.object.DeleteMarker;
import io.laguna.emulator.s3.store.object.Deleted;
import io.laguna.emulator.s3.store.object.NewObject;
import io.laguna.emulator.s3.store.object.ObjectEvent;
import io.laguna.emulator.s3.store.object.ObjectMetadata;
import io.laguna.emulator.s3.store.object.ObjectPart;
import io.laguna.emulator.s3.store.object.OpenObject;
import io.laguna.emulator.s3.store.object.StoreException;
import io.laguna.emulator.s3.store.object.StoreException.Reason;
import io.laguna.emulator.s3.store.object.StoredObject;
import io.laguna.emulator.s3.store.object.Version;
import io.laguna.emulator.s3.store.object.Written;
import io.laguna.emulator.s3.store.record.ObjectRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The objects of all buckets, one at a time.
 *
 * <p>Every call may throw a {@link StoreException} with {@code NO_SUCH_BUCKET}, {@code INVALID_KEY}, {@code KEY_TOO_LONG}
 * or {@code LEAVES_BUCKET}.
 */
public final class StoredObjects {
    private static final Path NO_BYTES = Path.of("/dev/null");

    private final Rooms rooms;
    private final Copies copies = new Copies();

    public StoredObjects(Rooms rooms) {
        this.rooms = rooms;
    }

    /** The latest version of a key, or the one that is named. */
    public Optional<Version> find(String bucket, String key, Optional<String> versionId) {
        KeyPath path = KeyPath.of(key);
        BucketFolder folder = rooms.buckets().get(bucket);
        return rooms.locks()
                .reading(folder, key, () -> rooms.versions().find(folder, path, versionId))
                .map(Held::version);
    }

    /**
     * Returns what {@link #find} finds, if it is an object.
     *
     * @throws StoreException {@code NO_SUCH_KEY}, {@code NO_SUCH_VERSION}, or {@code DELETE_MARKER} with the marker
     */
    public StoredObject get(String bucket, String key, Optional<String> versionId) {
        return object(find(bucket, key, versionId), key, versionId);
    }

    /** Opens what {@link #get} gets, with its bytes. */
    public OpenObject open(String bucket, String key, Optional<String> versionId) {
        KeyPath path = KeyPath.of(key);
        BucketFolder folder = rooms.buckets().get(bucket);
        return rooms.locks().reading(folder, key, () -> {
            Optional<Held> held = rooms.versions().find(folder, path, versionId);
            StoredObject object = object(held.map(Held::version), key, versionId);
            Path file = held.filter(found -> !found.folder()).map(Held::file).orElse(NO_BYTES);
            try {
                return new OpenObject(object, FileChannel.open(file, StandardOpenOption.READ));
            } catch (IOException e) {
                throw Failed.because("read", file, e);
            }
        });
    }

    /**
     * Writes an object. It is there, whole and with its metadata, when this returns, and not before.
     *
     * @param length how many bytes must come, where that is known
     * @throws StoreException {@code INCOMPLETE_BODY} when fewer or more come
     */
    public StoredObject put(NewObject target, InputStream body, OptionalLong length, BeforeCommit check) {
        return put(ObjectEvent.Name.PUT, target, body, length, check);
    }

    /** Writes an object as {@link #put} does, and tells of it by another name. */
    public StoredObject put(
            ObjectEvent.Name name, NewObject target, InputStream body, OptionalLong length, BeforeCommit check) {
        KeyPath key = KeyPath.of(target.key());
        BucketFolder bucket = rooms.buckets().get(target.bucket());
        Set<ChecksumAlgorithm> checksums =
                target.checksums().isEmpty() ? Set.of(ChecksumAlgorithm.USUAL) : target.checksums();
        Incoming incoming = Incoming.receive(bucket, body, length, checksums);
        boolean taken = false;
        try {
            ObjectRecord record =
                    record(incoming.md5(), target.metadata(), ObjectRecord.fullObject(incoming.checksums()), List.of());
            StoredObject object =
                    created(name, target, key, incoming.file(), record, incoming.written(record.eTag()), check);
            // A folder that is the object itself leaves the file; otherwise it is the object's now.
            taken = !key.isFolder();
            return object;
        } finally {
            if (!taken) {
                incoming.close();
            }
        }
    }

    /**
     * Copies an object that the caller has opened, onto itself too. Checksums that the source has are not computed again;
     * with none asked for, those of the source that are over the full object are kept. If it has others only, they are computed
     * over the full object.
     */
    public StoredObject copy(OpenObject source, NewObject target, BeforeCommit check) {
        KeyPath key = KeyPath.of(target.key());
        BucketFolder bucket = rooms.buckets().get(target.bucket());
        try (Incoming incoming = copies.copy(bucket, source, target.checksums())) {
            ObjectRecord record =
                    record(incoming.md5(), target.metadata(), ObjectRecord.fullObject(incoming.checksums()), List.of());
            return created(
                    ObjectEvent.Name.COPY,
                    target,
                    key,
                    incoming.file(),
                    record,
                    incoming.written(record.eTag()),
                    check);
        }
    }

    /**
     * Deletes as the bucket's versioning says, or the version that is named, for good.
     *
     * @return what happened, which may be nothing
     */
    public Deleted delete(String bucket, String key, Optional<String> versionId, BeforeDelete check) {
        return delete(bucket, key, versionId, check, false);
    }

    /** Deletes as {@link #delete} does, because a rule of the bucket's says so. */
    public Deleted expire(String bucket, String key, Optional<String> versionId, BeforeDelete check) {
        return delete(bucket, key, versionId, check, true);
    }

    private Deleted delete(String bucket, String key, Optional<String> versionId, BeforeDelete check, boolean expired) {
        KeyPath path = KeyPath.of(key);
        Deleted deleted = rooms.deletes().delete(bucket, path, versionId, check);
        if (deleted.happened()) {
            rooms.buckets().find(bucket).ifPresent(folder -> rooms.deletes().prune(folder, path));
            rooms.events().removed(bucket, key, deleted, versionId.isEmpty(), expired);
        }
        return deleted;
    }

    /**
     * Changes tags, ACL, retention or legal hold of one version; its ETag and time stay.
     *
     * @param change asked while nobody else can change the key; whatever it throws is thrown by the call
     * @throws StoreException as {@link #get}
     */
    public StoredObject update(
            String bucket, String key, Optional<String> versionId, UnaryOperator<ObjectMetadata> change) {
        KeyPath path = KeyPath.of(key);
        return rooms.commits().changing(bucket, path, false, folder -> {
            Optional<Held> held = rooms.versions().find(folder, path, versionId);
            StoredObject object = object(held.map(Held::version), key, versionId);
            ObjectRecord record = held.flatMap(Held::record).orElseThrow().with(change.apply(object.metadata()));
            return rooms.commits().update(folder, path, held.get(), record).object(key);
        });
    }

    /** Changes a version as {@link #update} does, and tells of it. */
    public StoredObject update(
            ObjectEvent.Name name,
            String bucket,
            String key,
            Optional<String> versionId,
            UnaryOperator<ObjectMetadata> change) {
        StoredObject changed = update(bucket, key, versionId, change);
        rooms.events().changed(name, bucket, changed);
        return changed;
    }

    /**
     * Tells of a file that came by hand, and then makes it one that S3 knows.
     *
     * @param seen the file that is meant
     * @return false where it has gone, or has changed since
     */
    public boolean adopt(String bucket, String key, FileStat seen) {
        KeyPath path = KeyPath.of(key);
        return rooms.commits().changing(bucket, path, false, folder -> {
            Optional<Held> held = rooms.versions()
                    .latest(folder, path)
                    .filter(found -> !found.isMarker() && !found.folder())
                    .filter(found -> FileStat.of(found.file()).equals(Optional.of(seen)));
            held.ifPresent(found -> {
                ObjectRecord record = rooms.commits().adopted(found);
                rooms.events().created(ObjectEvent.Name.PUT, bucket, record.object(key), record.order());
                rooms.commits().update(folder, path, found, record);
            });
            return held.isPresent();
        });
    }

    public StoredObject created(
            ObjectEvent.Name name,
            NewObject target,
            KeyPath key,
            Path file,
            ObjectRecord record,
            Written written,
            BeforeCommit check) {
        ObjectRecord put = rooms.commits().put(target.bucket(), key, file, record, written, check);
        StoredObject object = put.object(target.key());
        rooms.events().created(name, target.bucket(), object, put.order());
        return object;
    }

    public static ObjectRecord record(
            String eTag, ObjectMetadata metadata, List<Checksum> checksums, List<ObjectPart> parts) {
        return new ObjectRecord(eTag, 0, 0, Version.NULL, 0, metadata, checksums, parts);
    }

    private static StoredObject object(Optional<Version> found, String key, Optional<String> versionId) {
        Version version = found.orElseThrow(() -> versionId.isEmpty()
                ? new StoreException(Reason.NO_SUCH_KEY, "There is no object " + key + ".")
                : new StoreException(
                        Reason.NO_SUCH_VERSION, "There is no version " + versionId.get() + " of " + key + "."));
        if (version instanceof DeleteMarker marker) {
            throw new StoreException(marker);
        }
        return (StoredObject) version;
    }
}
