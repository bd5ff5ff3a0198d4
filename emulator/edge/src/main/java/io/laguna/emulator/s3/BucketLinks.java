package io.laguna.emulator.s3;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import org.gaul.s3proxy.S3ErrorCode;
import org.gaul.s3proxy.S3ProxyException;

/**
 * The symbolic links in a bucket's folder.
 *
 * <p>S3Proxy follows them when it lists: one that leads out of the bucket would show what is not in it, and one that
 * leads back up would never end. Leaving such entries out would make a listing that is not whole look as if it were, so
 * the listing is refused, and says which link it is.
 */
final class BucketLinks {
    private final BucketBounds bounds;
    private final Path bucket;

    BucketLinks(BucketBounds bounds, Path bucket) {
        this.bounds = bounds;
        this.bucket = bucket;
    }

    /** Refuses a listing of a folder with such a link, also below the folder when the listing goes there. */
    void check(Path folder, boolean below) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try {
            Files.walkFileTree(folder, Set.<FileVisitOption>of(), below ? Integer.MAX_VALUE : 1, new Visitor());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + folder, e);
        }
    }

    private final class Visitor extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (attributes.isSymbolicLink()) {
                check(file);
            }
            return FileVisitResult.CONTINUE;
        }

        /** Goes on after a file that another request has removed since. */
        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, IOException failure) {
            return FileVisitResult.CONTINUE;
        }
    }

    private void check(Path link) throws IOException {
        boolean leaves = bounds.leaves(bucket, link);
        if (leaves || link.getParent().toRealPath().startsWith(link.toRealPath())) {
            throw new S3ProxyException(
                    S3ErrorCode.INVALID_REQUEST,
                    "The symbolic link " + bucket.getParent().relativize(link) + " leads "
                            + (leaves ? "out of its bucket" : "back to a folder that it is in")
                            + ", so the bucket cannot be listed. Remove it.");
        }
    }
}
