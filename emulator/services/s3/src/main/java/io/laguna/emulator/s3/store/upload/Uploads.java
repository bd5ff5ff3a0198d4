package io.laguna.emulator.s3.store.upload;

import io.laguna.emulator.s3.store.layout.BucketFolder;
import io.laguna.emulator.s3.store.layout.Copies;
import io.laguna.emulator.s3.store.layout.Incoming;
import io.laguna.emulator.s3.store.layout.KeyLocks;
import io.laguna.emulator.s3.store.layout.KeyPath;
import io.laguna.emulator.s3.store.layout.Utf8;
import io.laguna.emulator.s3.store.listing.Listed;
import io.laguna.emulator.s3.store.listing.Rollup;
import io.laguna.emulator.s3.store.object.BeforeCommit;
import io.laguna.emulator.s3.store.object.ChecksumAlgorithm;
import io.laguna.emulator.s3.store.object.NewObject;
import io.laguna.emulator.s3.store.object.ObjectEvent;
import io.laguna.emulator.s3.store.object.OpenObject;
import io.laguna.emulator.s3.store.object.StoreException;
import io.laguna.emulator.s3.store.object.StoreException.Reason;
import io.laguna.emulator.s3.store.object.StoredObject;
import io.laguna.emulator.s3.store.record.ObjectRecord;
import io.laguna.emulator.s3.store.version.Rooms;
import io.laguna.emulator.s3.store.version.StoredObjects;
import io.laguna.emulator.s3.store.version.VersionIds;
import java.io.InputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;

/**
 * Multipart uploads in progress. They survive the end of the process; their parts are never objects.
 *
 * <p>Every call with an id throws a {@link StoreException} with {@code NO_SUCH_UPLOAD} when the bucket has no such upload
 * of that key.
 */
public final class Uploads {
    private static final Comparator<Upload> ORDER =
            Comparator.comparing(Upload::key, Utf8.ORDER).thenComparing(Upload::id);

    private final Rooms rooms;
    private final StoredObjects objects;
    private final VersionIds ids = new VersionIds();
    private final Copies copies = new Copies();
    private final Map<String, Lock> locks = new ConcurrentHashMap<>();

    public Uploads(Rooms rooms, StoredObjects objects) {
        this.rooms = rooms;
        this.objects = objects;
    }

    /** Begins one. */
    public Upload create(NewUpload upload) {
        KeyPath.of(upload.key());
        BucketFolder bucket = rooms.buckets().get(upload.bucket());
        Upload begun = new Upload(ids.id(ids.next(0)), Instant.now().truncatedTo(ChronoUnit.MILLIS), upload);
        UploadFolder.of(bucket, begun.id()).orElseThrow().create(begun);
        return begun;
    }

    /** Returns an upload in progress. */
    public Upload get(String bucket, String key, String id) {
        BucketFolder folder = rooms.buckets().get(bucket);
        return UploadFolder.of(folder, id)
                .flatMap(UploadFolder::read)
                .filter(upload -> upload.key().equals(key))
                .orElseThrow(() ->
                        new StoreException(Reason.NO_SUCH_UPLOAD, "There is no upload " + id + " of " + key + "."));
    }

    /**
     * Keeps a part, in place of one of that number.
     *
     * @param asked the checksums that the request names, to be computed and told beside the upload's own
     * @param check asked without a current version; whatever it throws is thrown by the call, and nothing has happened
     */
    public UploadedPart putPart(
            String bucket,
            String key,
            String id,
            int number,
            InputStream body,
            OptionalLong length,
            Set<ChecksumAlgorithm> asked,
            BeforeCommit check) {
        NewUpload begun = get(bucket, key, id).begun();
        Set<ChecksumAlgorithm> told = new HashSet<>(asked);
        begun.checksum().ifPresent(told::add);
        Set<ChecksumAlgorithm> all = new HashSet<>(told);
        all.add(begun.algorithm());
        try (Incoming incoming = Incoming.receive(rooms.buckets().get(bucket), body, length, all)) {
            check.check(incoming.written(incoming.md5()), Optional.empty());
            return changing(bucket, key, id, (upload, folder) -> folder.put(number, incoming, told));
        }
    }

    /** Keeps bytes of an open object as a part. */
    public UploadedPart copyPart(
            String bucket, String key, String id, int number, OpenObject source, long offset, long length) {
        NewUpload begun = get(bucket, key, id).begun();
        Set<ChecksumAlgorithm> told = begun.checksum().map(Set::of).orElse(Set.of());
        Set<ChecksumAlgorithm> all = Set.of(begun.algorithm());
        try (Incoming incoming = copies.copy(rooms.buckets().get(bucket), source, offset, length, all)) {
            return changing(bucket, key, id, (upload, folder) -> folder.put(number, incoming, told));
        }
    }

    /** Parts with numbers above {@code after}. */
    public PartPage parts(String bucket, String key, String id, OptionalInt after, int max) {
        return changing(bucket, key, id, (upload, folder) -> {
            List<Integer> numbers = folder.numbers().stream()
                    .filter(number -> number > after.orElse(0))
                    .toList();
            List<UploadedPart> page = numbers.stream()
                    .limit(max)
                    .flatMap(number -> folder.part(number).stream().map(part -> part.part()))
                    .toList();
            boolean more = numbers.size() > page.size() && !page.isEmpty();
            return new PartPage(
                    page, more ? OptionalInt.of(page.get(page.size() - 1).number()) : OptionalInt.empty());
        });
    }

    /** Uploads of a bucket. */
    public UploadPage list(ListUploadsRequest request) {
        List<Upload> uploads = new ArrayList<>();
        UploadFolder.all(rooms.buckets().get(request.bucket()))
                .forEach(folder -> folder.read().ifPresent(uploads::add));
        uploads.removeIf(upload -> !upload.key().startsWith(request.prefix()) || !isAfter(upload, request));
        uploads.sort(ORDER);
        Rollup rollup = new Rollup(request.prefix(), request.delimiter(), request.after());
        List<Listed<Upload>> found = new ArrayList<>();
        String common = "";
        for (Upload upload : uploads) {
            Optional<String> rolled = rollup.of(upload.key());
            if (rolled.isEmpty()) {
                found.add(Listed.of(upload.key(), upload));
            } else if (!rolled.get().equals(common)) {
                common = rolled.get();
                rollup.news(common).ifPresent(prefix -> found.add(Listed.prefix(prefix)));
            }
        }
        Listed.Page<Upload> page = Listed.page(found, request.max());
        return new UploadPage(
                page.entries(),
                page.prefixes(),
                page.next().map(Listed::text),
                page.next().flatMap(Listed::entry).map(Upload::id));
    }

    /**
     * Makes the object of the parts that are named.
     *
     * @param smallest how many bytes every part but the last must have
     * @throws StoreException {@code INVALID_PART} for one that is not there, or has another ETag or checksum,
     *     {@code INVALID_PART_ORDER}, {@code PART_TOO_SMALL}
     */
    public StoredObject complete(
            String bucket, String key, String id, List<NamedPart> parts, long smallest, BeforeCommit check) {
        return changing(bucket, key, id, (upload, folder) -> {
            Assembly assembly = Assembly.of(rooms.buckets().get(bucket), folder, upload, parts, smallest);
            try (Incoming bytes = assembly.bytes()) {
                ObjectRecord record = StoredObjects.record(
                        assembly.eTag(), upload.begun().metadata(), assembly.checksums(bytes), assembly.objectParts());
                NewObject target = new NewObject(bucket, key, upload.begun().metadata(), Set.of());
                StoredObject object = objects.created(
                        ObjectEvent.Name.COMPLETE_MULTIPART_UPLOAD,
                        target,
                        KeyPath.of(key),
                        bytes.file(),
                        record,
                        bytes.written(record.eTag()),
                        check);
                folder.remove();
                locks.remove(id);
                return object;
            }
        });
    }

    /** Ends one without an object. */
    public void abort(String bucket, String key, String id) {
        changing(bucket, key, id, (upload, folder) -> {
            folder.remove();
            locks.remove(id);
            return upload;
        });
    }

    /** Changes an upload, while nobody else does. */
    private <T> T changing(String bucket, String key, String id, BiFunction<Upload, UploadFolder, T> change) {
        get(bucket, key, id);
        Lock lock = locks.computeIfAbsent(id, any -> new ReentrantLock());
        return KeyLocks.holding(lock, () -> {
            Upload upload = get(bucket, key, id);
            BucketFolder folder = rooms.buckets().get(bucket);
            return change.apply(upload, UploadFolder.of(folder, id).orElseThrow());
        });
    }

    private static boolean isAfter(Upload upload, ListUploadsRequest request) {
        int order = Utf8.ORDER.compare(upload.key(), request.after());
        return order > 0
                || (order == 0
                        && request.afterUpload().isPresent()
                        && upload.id().compareTo(request.afterUpload().get()) > 0);
    }
}
