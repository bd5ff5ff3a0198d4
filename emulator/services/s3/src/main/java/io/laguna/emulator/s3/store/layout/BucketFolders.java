package io.laguna.emulator.s3.store.layout;

import io.laguna.emulator.s3.store.object.StoreException;
import io.laguna.emulator.s3.store.object.StoreException.Reason;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * The folders that are buckets. A bucket's state is read again when its file changed, and a folder may come and go by
 * hand at any time.
 */
public final class BucketFolders {
    private final Path folder;
    private final Map<String, Known> known = new ConcurrentHashMap<>();
    private final Map<String, ReadWriteLock> locks = new ConcurrentHashMap<>();

    private record Known(FileStat file, BucketFolder bucket) {}

    public BucketFolders(Path folder) {
        this.folder = folder;
    }

    public Path folder() {
        return folder;
    }

    /** Held to read by whoever changes objects, to write by whoever changes the bucket. */
    public ReadWriteLock lock(String name) {
        return locks.computeIfAbsent(name, any -> new ReentrantReadWriteLock());
    }

    public List<BucketFolder> all() {
        List<BucketFolder> found = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            entries.forEach(entry -> find(entry.getFileName().toString()).ifPresent(found::add));
        } catch (IOException e) {
            throw Failed.because("list", folder, e);
        }
        found.sort((one, other) -> Utf8.ORDER.compare(one.name(), other.name()));
        return found;
    }

    public Optional<BucketFolder> find(String name) {
        if (!canBeName(name)) {
            return Optional.empty();
        }
        Path root = folder.resolve(name);
        Path file = stateFile(root);
        Known before = known.get(name);
        Optional<FileStat> stat = before == null ? FileStat.of(file) : FileStat.ofKnown(file);
        if (stat.isEmpty()) {
            known.remove(name);
            // The file is read all the same: the bucket may have come since, or nobody can look at its state.
            return Files.isDirectory(root) ? Optional.of(read(name, root, file)) : Optional.empty();
        }
        if (before != null && before.file().equals(stat.get())) {
            return Optional.of(before.bucket());
        }
        BucketFolder read = read(name, root, file);
        known.put(name, new Known(stat.get(), read));
        return Optional.of(read);
    }

    private static BucketFolder read(String name, Path root, Path file) {
        return new BucketFolder(
                name, root, TextFile.read(file).map(BucketState::parse).orElse(BucketState.NEW));
    }

    /**
     * Returns the text of a file of a bucket's state; nothing where there is none.
     *
     * @param path below the bucket's state
     * @throws StoreException {@code NO_SUCH_BUCKET}
     */
    public Optional<String> text(String name, String path) {
        if (!canBeName(name)) {
            throw noSuchBucket(name);
        }
        Path root = folder.resolve(name);
        Optional<String> text = TextFile.read(root.resolve(BucketFolder.STATE).resolve(path));
        if (text.isEmpty() && !Files.isDirectory(root)) {
            throw noSuchBucket(name);
        }
        return text;
    }

    public BucketFolder get(String name) {
        return find(name).orElseThrow(() -> noSuchBucket(name));
    }

    private static StoreException noSuchBucket(String name) {
        return new StoreException(Reason.NO_SUCH_BUCKET, "There is no bucket " + name + ".");
    }

    public BucketFolder write(BucketFolder bucket, BucketState state) {
        TextFile.write(bucket, stateFile(bucket.root()), state.text());
        known.remove(bucket.name());
        return new BucketFolder(bucket.name(), bucket.root(), state);
    }

    public void removed(String name) {
        known.remove(name);
    }

    /** Returns the place for the folder of a new bucket. */
    public Path newFolder(String name) {
        if (!canBeName(name)) {
            throw new StoreException(Reason.INVALID_BUCKET_NAME, "No bucket can have the name " + name + ".");
        }
        return folder.resolve(name);
    }

    /** Returns a place beside the buckets that nobody has yet. What a process that dies leaves there is swept. */
    public Path aside() {
        return folder.resolve(BucketFolder.STATE + "-" + BucketFolder.unique());
    }

    static Path stateFile(Path root) {
        return root.resolve(BucketFolder.STATE).resolve("bucket");
    }

    private static boolean canBeName(String name) {
        return !name.isEmpty()
                && name.charAt(0) != '.'
                && name.length() <= SegmentNames.LONGEST
                && name.chars().allMatch(unit -> unit > ' ' && unit < 0x7F && unit != '/');
    }
}
