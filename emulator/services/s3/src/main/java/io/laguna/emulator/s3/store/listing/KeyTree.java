package io.laguna.emulator.s3.store.listing;

import io.laguna.emulator.s3.store.layout.Bounds;
import io.laguna.emulator.s3.store.layout.BucketFolder;
import io.laguna.emulator.s3.store.layout.Failed;
import io.laguna.emulator.s3.store.layout.FileStat;
import io.laguna.emulator.s3.store.layout.KeyPath;
import io.laguna.emulator.s3.store.layout.SegmentNames;
import io.laguna.emulator.s3.store.layout.SegmentNames.Kind;
import io.laguna.emulator.s3.store.record.Records;
import io.laguna.emulator.s3.store.version.Archive;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The folders of a bucket that keys are read from: those of its objects, or those of older versions, where a key has a
 * folder as the other keys have a file.
 */
final class KeyTree {
    private final BucketFolder bucket;
    private final Path root;
    private final boolean archive;
    private final Optional<Path> top;
    private final FolderIndexes indexes;
    private final Records records;

    private KeyTree(
            BucketFolder bucket,
            Path root,
            boolean archive,
            Optional<Path> top,
            FolderIndexes indexes,
            Records records) {
        this.bucket = bucket;
        this.root = root;
        this.archive = archive;
        this.top = top;
        this.indexes = indexes;
        this.records = records;
    }

    static KeyTree objects(BucketFolder bucket, FolderIndexes indexes, Records records) {
        return new KeyTree(bucket, bucket.root(), false, Optional.empty(), indexes, records);
    }

    static KeyTree archive(BucketFolder bucket, FolderIndexes indexes, Records records) {
        return new KeyTree(bucket, Archive.root(bucket), true, Optional.empty(), indexes, records);
    }

    /** Returns the folder of a prefix that is empty or ends in a slash. */
    Optional<WalkedFolder> folder(String base) {
        List<String> names = KeyPath.folders(base);
        if (!archive) {
            Bounds.check(bucket, names);
        }
        Path folder = KeyPath.resolve(root, names);
        return Files.isDirectory(folder) ? Optional.of(WalkedFolder.of(folder, base)) : Optional.empty();
    }

    /** Returns the folder of an entry, for its keys to be read. Refuses a link back, or returns nothing for it where one key is enough. */
    Optional<WalkedFolder> in(WalkedFolder folder, FolderEntry entry) {
        WalkedFolder entered = folder.in(entry);
        if (entry.isLink() && top.isEmpty()) {
            Bounds.checkListed(bucket, entered.path());
        }
        boolean back = entry.isLink()
                && top.filter(each -> Bounds.leadsBack(bucket, each, entered.path()))
                        .isPresent();
        return back ? Optional.empty() : Optional.of(entered);
    }

    FolderIndex index(WalkedFolder folder) {
        return indexes.get(folder.path(), folder.path().equals(bucket.root()), archive);
    }

    /** Tells whether keys go on in an entry. */
    boolean isFolder(FolderEntry entry) {
        return entry.asFolder() && entry.kind() != Kind.FILE;
    }

    /** Tells whether the entry is what it would be at its place. Refuses a link out of the bucket. */
    boolean isThere(WalkedFolder folder, FolderEntry entry) {
        boolean there = entry.name().isEmpty() || entry.isThere(folder.path());
        if (there && entry.isLink()) {
            Bounds.checkLink(bucket, folder.path().resolve(entry.name()));
        }
        return there;
    }

    /** Tells whether the folder itself is an object. */
    boolean isKey(WalkedFolder folder) {
        return !archive
                && folder.base().endsWith("/")
                && folder.pending().isEmpty()
                && records.readFolder(folder.path()).isPresent();
    }

    /**
     * Tells whether a key begins with the folder's text. Looks no further than it must: a link back leads to keys that are there
     * without it.
     */
    boolean hasKey(WalkedFolder folder) {
        KeyTree finite = new KeyTree(bucket, root, archive, Optional.of(folder.path()), indexes, records);
        return (!archive && folder.pending().isEmpty() && hasPlainFile(folder.path()))
                || new KeyWalk(finite, folder.base(), "", true)
                        .next(text -> false)
                        .isPresent();
    }

    private boolean hasPlainFile(Path folder) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                boolean plain = SegmentNames.read(file.getFileName().toString()).kind() == Kind.LITERAL;
                if (plain
                        && !archive
                        && FileStat.ofLink(file).filter(FileStat::isFile).isPresent()) {
                    return true;
                }
            }
            return false;
        } catch (NoSuchFileException | NotDirectoryException e) {
            return false;
        } catch (IOException e) {
            throw Failed.because("list", folder, e);
        }
    }
}
