package io.laguna.emulator.s3.store.layout;

import io.laguna.emulator.s3.store.object.StoreException;
import io.laguna.emulator.s3.store.object.StoreException.Reason;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Symbolic links in a bucket. A key's names cannot lead out of its folder, but a link that somebody made there can. A
 * bucket that is itself a link is its owner's choice.
 */
public final class Bounds {
    private Bounds() {}

    /** Refuses when one of the folders, each in the one before, is a link out of the bucket. */
    public static void check(BucketFolder bucket, List<String> folders) {
        Path there = bucket.root();
        for (String name : folders) {
            there = KeyPath.resolve(there, List.of(name));
            Optional<FileStat> stat = FileStat.ofLink(there);
            if (stat.isEmpty()) {
                return;
            }
            if (stat.get().isLink()) {
                checkLink(bucket, there);
            }
        }
    }

    /** Returns what is at a path, at the end of a link too; refuses a link out of the bucket, or to nowhere. */
    public static Optional<FileStat> stat(BucketFolder bucket, Path path) {
        Optional<FileStat> stat = FileStat.ofLink(path);
        if (stat.isPresent() && stat.get().isLink()) {
            checkLink(bucket, path);
            return FileStat.of(path);
        }
        return stat;
    }

    /** Refuses a link that a listing would follow for ever, beside one that leads out. */
    public static void checkListed(BucketFolder bucket, Path link) {
        checkLink(bucket, link);
        if (leadsBack(bucket, bucket.root(), link)) {
            throw refused(bucket, link, "back to a folder that it is in");
        }
    }

    /**
     * Tells whether a link leads to a folder that one comes through on the way to it.
     *
     * @param top where the way begins; where the link is not below it, in the bucket's folder
     */
    public static boolean leadsBack(BucketFolder bucket, Path top, Path link) {
        try {
            Path real = link.toRealPath();
            Path on = link;
            while (!on.equals(top) && !on.equals(bucket.root())) {
                on = on.getParent();
                if (on.toRealPath().equals(real)) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            throw Failed.because("follow the link", link, e);
        }
    }

    /** Refuses a link to nowhere, which is no file and no folder, and in the way of both. */
    public static void checkExists(BucketFolder bucket, Path path) {
        if (Files.isSymbolicLink(path) && !Files.exists(path)) {
            throw refused(bucket, path, "to nowhere");
        }
    }

    /** Refuses a link out of the bucket. */
    public static void checkLink(BucketFolder bucket, Path link) {
        try {
            Path real = link.toRealPath();
            Path root = bucket.root().toRealPath();
            if (!real.startsWith(root) || real.startsWith(root.resolve(BucketFolder.STATE))) {
                throw refused(bucket, link, "out of its bucket");
            }
        } catch (FileSystemException e) {
            throw refused(bucket, link, "to nowhere");
        } catch (IOException e) {
            throw Failed.because("follow the link", link, e);
        }
    }

    private static StoreException refused(BucketFolder bucket, Path link, String where) {
        return new StoreException(
                Reason.LEAVES_BUCKET,
                "The symbolic link " + bucket.name() + "/" + bucket.root().relativize(link) + " leads " + where
                        + ". Remove it.");
    }
}
