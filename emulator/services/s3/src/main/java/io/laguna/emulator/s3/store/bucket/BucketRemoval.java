package io.laguna.emulator.s3.store.bucket;

import io.laguna.emulator.s3.store.layout.BucketFolder;
import io.laguna.emulator.s3.store.layout.BucketFolders;
import io.laguna.emulator.s3.store.layout.Failed;
import io.laguna.emulator.s3.store.object.StoreException;
import io.laguna.emulator.s3.store.object.StoreException.Reason;
import io.laguna.emulator.s3.store.record.Records;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;

/** The removal of buckets that have no object. A file that no key can name is not thrown away with one either. */
public final class BucketRemoval {
    private final BucketFolders folders;
    private final Records records;

    public BucketRemoval(BucketFolders folders, Records records) {
        this.folders = folders;
        this.records = records;
    }

    void remove(BucketFolder bucket) {
        try {
            Files.walkFileTree(bucket.root().resolve("."), new Refusal(bucket));
            if (Files.isSymbolicLink(bucket.root())) {
                removeTree(bucket.state(""));
                Files.delete(bucket.root());
            } else {
                Path trash = folders.aside();
                Files.move(bucket.root(), trash, StandardCopyOption.ATOMIC_MOVE);
                removeTree(trash);
            }
        } catch (IOException e) {
            throw Failed.because("delete the bucket", bucket.root(), e);
        }
    }

    public static void removeTree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException failure) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private final class Refusal extends SimpleFileVisitor<Path> {
        private final BucketFolder bucket;
        private final Path state;

        Refusal(BucketFolder bucket) {
            this.bucket = bucket;
            this.state = bucket.root().resolve(".").resolve(BucketFolder.STATE);
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            if (folder.startsWith(state) && !folder.startsWith(state.resolve("versions"))) {
                return folder.equals(state) ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
            }
            return records.readFolder(folder).isEmpty() ? FileVisitResult.CONTINUE : refuse();
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            return file.getParent().equals(state) ? FileVisitResult.CONTINUE : refuse();
        }

        private FileVisitResult refuse() {
            throw new StoreException(
                    Reason.BUCKET_NOT_EMPTY, "The bucket " + bucket.name() + " has objects, or versions of them.");
        }
    }
}
