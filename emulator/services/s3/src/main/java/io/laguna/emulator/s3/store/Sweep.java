package io.laguna.emulator.s3.store;

import io.laguna.emulator.s3.store.bucket.BucketRemoval;
import io.laguna.emulator.s3.store.layout.BucketFolder;
import io.laguna.emulator.s3.store.layout.BucketFolders;
import io.laguna.emulator.s3.store.layout.Failed;
import io.laguna.emulator.s3.store.layout.FileStat;
import io.laguna.emulator.s3.store.record.Records;
import io.laguna.emulator.s3.store.upload.UploadFolder;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.Set;

/** The removal of what a process that died has left: half-written files, buckets half made or half removed, metadata of no file. */
final class Sweep {
    private final BucketFolders buckets;

    Sweep(BucketFolders buckets) {
        this.buckets = buckets;
    }

    void run() {
        try (DirectoryStream<Path> removed = Files.newDirectoryStream(buckets.folder(), BucketFolder.STATE + "-*")) {
            for (Path folder : removed) {
                BucketRemoval.removeTree(folder);
            }
            for (BucketFolder bucket : buckets.all()) {
                BucketRemoval.removeTree(bucket.temporaries());
                for (UploadFolder upload : UploadFolder.all(bucket)) {
                    upload.sweep();
                }
                removeMetadataOfNoFile(bucket);
            }
        } catch (IOException e) {
            throw Failed.because("clean up", buckets.folder(), e);
        }
    }

    private static void removeMetadataOfNoFile(BucketFolder bucket) throws IOException {
        Path metadata = bucket.state("metadata");
        if (!Files.isDirectory(metadata)) {
            return;
        }
        Set<Path> needed = new HashSet<>();
        Files.walkFileTree(bucket.root().resolve("."), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                needed.add(Records.beside(bucket, FileStat.of(attributes)));
                return FileVisitResult.CONTINUE;
            }
        });
        try (DirectoryStream<Path> kept = Files.newDirectoryStream(metadata)) {
            for (Path file : kept) {
                if (!needed.contains(file)) {
                    Files.delete(file);
                }
            }
        }
    }
}
