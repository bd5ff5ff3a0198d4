package io.laguna.emulator.s3.store.bucket;

import io.laguna.emulator.s3.store.layout.BucketFolder;
import io.laguna.emulator.s3.store.layout.BucketFolders;
import io.laguna.emulator.s3.store.layout.BucketState;
import io.laguna.emulator.s3.store.layout.Failed;
import io.laguna.emulator.s3.store.layout.Incoming;
import io.laguna.emulator.s3.store.layout.KeyLocks;
import io.laguna.emulator.s3.store.layout.TextFile;
import io.laguna.emulator.s3.store.object.StoreException;
import io.laguna.emulator.s3.store.object.StoreException.Reason;
import io.laguna.emulator.s3.store.object.Versioning;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** The buckets of a store, and the small documents that belong to each. */
public final class Buckets {
    private static final Pattern DOCUMENT = Pattern.compile("[a-z0-9-]{1,100}");

    private final BucketFolders folders;
    private final BucketRemoval removal;

    public Buckets(BucketFolders folders, BucketRemoval removal) {
        this.folders = folders;
        this.removal = removal;
    }

    /** Returns all buckets, by name. Files beside the buckets and hidden folders are none. */
    public List<Bucket> list() {
        return folders.all().stream().map(Buckets::bucket).toList();
    }

    /** Returns a bucket; nothing also for a name that no bucket can have. */
    public Optional<Bucket> find(String name) {
        return folders.find(name).map(Buckets::bucket);
    }

    /**
     * Returns a bucket.
     *
     * @throws StoreException {@code NO_SUCH_BUCKET}
     */
    public Bucket get(String name) {
        return bucket(folders.get(name));
    }

    /**
     * Makes a bucket with its documents, wholly or not at all; one with object lock is a versioned one.
     *
     * @param documents texts by the documents' names, like {@link #putDocument}
     * @throws StoreException {@code BUCKET_EXISTS}, {@code INVALID_BUCKET_NAME}; whether the name follows all of S3's
     *     rules is the caller's to check
     */
    public Bucket create(String name, Optional<String> region, boolean objectLock, Map<String, String> documents) {
        Path folder = folders.newFolder(name);
        BucketState state = new BucketState(
                Optional.of(Instant.now().truncatedTo(ChronoUnit.MILLIS)),
                region,
                objectLock ? Versioning.ENABLED : Versioning.UNVERSIONED,
                objectLock);
        return KeyLocks.holding(folders.lock(name).writeLock(), () -> {
            checkFree(name, folder);
            BucketFolder made = new BucketFolder(name, folders.aside(), state);
            try {
                Files.createDirectory(made.root());
                folders.write(made, state);
                documents.forEach((document, text) -> TextFile.write(made, file(made, document), text));
                // By rename(2) this replaces nothing but an empty folder that somebody has made by hand since.
                Files.move(made.root(), folder, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                checkFree(name, folder);
                throw Failed.because("make the bucket", folder, e);
            } finally {
                removeTree(made.root());
            }
            return bucket(new BucketFolder(name, folder, state));
        });
    }

    /** Refuses a name that a file or a folder has, also one that somebody made by hand. */
    private static void checkFree(String name, Path folder) {
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            throw new StoreException(Reason.BUCKET_EXISTS, "The bucket " + name + " exists.");
        }
    }

    private static void removeTree(Path folder) {
        try {
            BucketRemoval.removeTree(folder);
        } catch (IOException e) {
            throw Failed.because("remove", folder, e);
        }
    }

    /**
     * Removes a bucket with its documents and its uploads in progress.
     *
     * @throws StoreException {@code NO_SUCH_BUCKET}, {@code BUCKET_NOT_EMPTY} when there is an object, a version or a
     *     delete marker
     */
    public void delete(String name) {
        KeyLocks.holding(folders.lock(name).writeLock(), () -> {
            removal.remove(folders.get(name));
            folders.removed(name);
            return name;
        });
    }

    /** Enables or suspends versioning. */
    public Bucket version(String name, Versioning versioning) {
        return change(name, state -> state.with(versioning));
    }

    /** Allows versions to be locked from now on. */
    public Bucket enableObjectLock(String name) {
        return change(name, BucketState::withObjectLock);
    }

    /**
     * Returns a document of the bucket's, as it was put.
     *
     * @param document lower-case letters, digits and dashes, such as {@code lifecycle}
     */
    public Optional<String> document(String name, String document) {
        return folders.text(name, path(document));
    }

    /** Keeps a document in place of the one before, wholly or not at all. */
    public void putDocument(String name, String document, String text) {
        BucketFolder bucket = folders.get(name);
        TextFile.write(bucket, file(bucket, document), text);
    }

    /** Changes a document by what it was, alone; nothing is no document. */
    public void changeDocument(String name, String document, UnaryOperator<Optional<String>> change) {
        KeyLocks.holding(folders.lock(name).writeLock(), () -> {
            Optional<String> changed = change.apply(document(name, document));
            changed.ifPresentOrElse(text -> putDocument(name, document, text), () -> removeDocument(name, document));
            return name;
        });
    }

    /** Removes a document that may be there or not. */
    public void removeDocument(String name, String document) {
        Incoming.discard(file(folders.get(name), document));
    }

    private Bucket change(String name, UnaryOperator<BucketState> change) {
        return KeyLocks.holding(folders.lock(name).writeLock(), () -> {
            BucketFolder bucket = folders.get(name);
            return bucket(folders.write(bucket, change.apply(bucket.state())));
        });
    }

    private static Path file(BucketFolder bucket, String document) {
        return bucket.state(path(document));
    }

    private static String path(String document) {
        if (!DOCUMENT.matcher(document).matches()) {
            throw new IllegalArgumentException("No document can have the name " + document);
        }
        return "documents/" + document;
    }

    private static Bucket bucket(BucketFolder folder) {
        BucketState state = folder.state();
        return new Bucket(
                folder.name(),
                state.created().orElseGet(() -> created(folder.root())),
                state.region(),
                state.versioning(),
                state.objectLock());
    }

    private static Instant created(Path folder) {
        try {
            return Files.readAttributes(folder, BasicFileAttributes.class)
                    .creationTime()
                    .toInstant()
                    .truncatedTo(ChronoUnit.MILLIS);
        } catch (IOException e) {
            throw Failed.because("look at the bucket", folder, e);
        }
    }
}
