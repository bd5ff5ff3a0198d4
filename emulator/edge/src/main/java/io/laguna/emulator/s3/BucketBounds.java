package io.laguna.emulator.s3;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Set;
import org.gaul.s3proxy.S3ErrorCode;
import org.gaul.s3proxy.S3ProxyException;

/**
 * The rule that keys stay inside their bucket's folder.
 *
 * <p>S3 knows keys, not paths: {@code a/../b} is a name like any other there. In a folder it is another object's file,
 * or one outside of the bucket. Such a key is refused, and so is one that a symbolic link leads out of the bucket. A
 * bucket that is itself a link is its owner's choice.
 */
final class BucketBounds {
    private static final Set<String> DOTS = Set.of(".", "..");

    private final Path buckets;

    BucketBounds(Path buckets) {
        this.buckets = buckets;
    }

    /** Returns the file of an object, whether the object is there or not. */
    Path file(String bucket, String key) {
        Path folder = bucket(bucket);
        for (String segment : key.split("/", -1)) {
            if (DOTS.contains(segment)) {
                throw refused(
                        "The key " + key + " has a segment " + segment + ", which no object of Laguna's may have.");
            }
        }
        try {
            // The key "/" is an object to S3Proxy, and its own file.
            Path file = key.startsWith("/") ? folder : folder.resolve(key).normalize();
            if (!file.startsWith(folder) || leaves(folder, file)) {
                throw refused("The key " + key + " leads out of its bucket.");
            }
            return file;
        } catch (InvalidPathException e) {
            throw refused("The key has a character that no file's name may have.");
        }
    }

    /** Returns a bucket's folder, whether the bucket is there or not. */
    Path bucket(String bucket) {
        try {
            Path folder = buckets.resolve(bucket).normalize();
            if (buckets.equals(folder.getParent())) {
                return folder;
            }
        } catch (InvalidPathException e) {
            // Answered below: there is no such bucket, and there cannot be.
        }
        throw new S3ProxyException(S3ErrorCode.INVALID_BUCKET_NAME);
    }

    /** Tells whether a link on the way to the file, or the file itself, leads out of the folder. */
    boolean leaves(Path folder, Path file) {
        try {
            Path there = file;
            while (!Files.exists(there) && !Files.isSymbolicLink(there)) {
                there = there.getParent();
            }
            if (!there.startsWith(folder)) {
                return false;
            }
            // A link to nowhere has no real path, and writing through it would make a file at its other end.
            return (Files.isSymbolicLink(there) && !Files.exists(there))
                    || !there.toRealPath().startsWith(folder.toRealPath());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot tell where " + file + " is", e);
        }
    }

    private static S3ProxyException refused(String why) {
        return new S3ProxyException(S3ErrorCode.INVALID_U_R_I, why);
    }
}
